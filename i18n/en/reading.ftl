# Days and figures, read while they are typed.
reading-day-forms = 2026-03-16 · 16 Mar · 3-16 · today · +10 · +10wd
reading-day-unreadable = Not read as a day. Write it as 2026-03-16 or 16 Mar 2026.
reading-day-not-there = The calendar does not have this day.
reading-day-short-year = Write the year in four digits.
reading-day-month-only = The day of the month is missing.
reading-day-other-weekday = This day falls on another day of the week.
reading-day-too-far = The year must lie between 1900 and 2199.
reading-several = Which one is meant?
reading-working-days =
    { $count ->
        [one] { $count } working day by the project’s calendar
       *[other] { $count } working days by the project’s calendar
    }{ $sure ->
        [provisional] ; provisional, holidays are not announced that far
       *[certain] { "" }
    }
reading-calendar = Open the calendar
reading-amount-forms = 8,600,000.00 · 8.6m · 860万
reading-amount-unreadable = This is not read as an amount. Write digits, as 8,600,000.00, 8.6m or 860万.
reading-amount-out-of-range = An amount is at least 0 and has at most 15 digits before the point.
reading-percent-forms = 30 · 30% · 6.5%
reading-percent-unreadable = This is not read as a share. Write a number from 0 to 100, as 30% or 6.5.
reading-percent-out-of-range = A share lies between 0 and 100 per cent.
reading-count-forms = A whole number: 10
reading-count-unreadable = This is not read as a number. Write digits, as 10.
reading-count-out-of-range = The number lies between 0 and 999.
reading-figure-too-precise =
    { $decimals ->
        [0] There are no decimals here.
        [one] At most { $decimals } decimal.
       *[other] At most { $decimals } decimals.
    }
reading-figure-other-currency = The sign is of another currency than { $currency }.

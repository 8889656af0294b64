# The library: what every project can draw on.
library-place = Library
library-title = Library
library-calendars = Working calendars
library-lessons = Lessons learned
library-lesson = Lesson
library-lesson-project = Learned in
library-lessons-none = No lesson yet
library-lessons-hint = A lesson is written down in the register of the project that it comes from.
library-known = { $from } to { $to }
library-known-none = no year known
library-year = Days off in { $year }
library-year-before = The year before
library-year-after = The year after
library-off = off
library-work = at work
library-provisional = Not all of this year is settled: its notice is provisional, or the next one may still take its last days.
library-unknown = This year is not known
library-unknown-hint = No notice of it is in this calendar. It is not a year without holidays: what is counted over it says so.
library-count = Count days
library-count-asked = Question
library-count-after = Working days after
library-count-between = Between two days
library-count-day = One day
library-count-date = Day
library-count-from = From
library-count-to = To
library-count-working-days = Working days
library-count-others = And by these calendars, too
library-counted =
    { $count ->
        [one] { $count } working day in { $days } days
       *[other] { $count } working days in { $days } days
    }
library-works = A working day
library-rests = Not a working day
library-why-working = works, as the week says
library-why-weekend = rests, as the week says
library-why-day-off = off: { $name }
library-why-make-up = make-up working day: { $name }
library-out-of-range = Further than can be counted.
library-rests-on-unknown = { $name }: the days off from { $from } to { $to } are not known and were not counted.
library-rests-on-provisional = { $name }: the days off from { $from } to { $to } are provisional.

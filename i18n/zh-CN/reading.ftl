# 日期与数字：边输入边识别。
reading-day-forms = 2026-03-16、3月16日、3-16、今天、+10、+10个工作日
reading-day-unreadable = 无法识别为日期，请写作 2026-03-16 或 2026年3月16日。
reading-day-not-there = 没有这一天。
reading-day-short-year = 年份请写四位数字。
reading-day-month-only = 缺少日。
reading-day-other-weekday = 这一天不是所写的星期。
reading-day-too-far = 年份须在 1900 至 2199 之间。
reading-several = 是哪一个？
reading-working-days =
    按项目工作日历计 { $count } 个工作日{ $sure ->
        [provisional] （暂定：其间的放假安排尚未公布）
       *[certain] { "" }
    }
reading-calendar = 打开日历
reading-amount-forms = 8,600,000.00、860万、0.086亿
reading-amount-unreadable = 无法识别为金额。请填数字，例如 8,600,000.00 或 860万。
reading-amount-out-of-range = 金额不能为负，整数部分最多 15 位。
reading-percent-forms = 30、30%、6.5%
reading-percent-unreadable = 无法识别为比例。请填 0 至 100 的数字，例如 30% 或 6.5。
reading-percent-out-of-range = 比例须在 0 至 100% 之间。
reading-count-forms = 整数，例如 10
reading-count-unreadable = 无法识别为数字。请填数字，例如 10。
reading-count-out-of-range = 须在 0 至 999 之间。
reading-figure-too-precise =
    { $decimals ->
        [0] 此处不能有小数。
       *[other] 最多 { $decimals } 位小数。
    }
reading-figure-other-currency = 所写的币种符号与 { $currency } 不符。

# 程序提示被采纳为风险或行动项时写入台账的标题与理由。

document-notice-approval-slow-title = 跟进审批 { $record }
document-notice-approval-slow-reason = “{ $title }”于{ $submitted }提交，已等待 { $waited } 个工作日；{ $of } 件同类中有 { $shorter } 件更早获得答复。
document-notice-contract-date-after-invoice-by-title = { $record } 晚于甲方收票截止日
document-notice-contract-date-after-invoice-by-reason =
    { $money ->
        [none] 预计{ $expected }；甲方收票截止{ $invoice_by }。
       *[other] 预计{ $expected }；甲方收票截止{ $invoice_by }。{ $money } 将列入另一年度预算。
    }
document-notice-criterion-without-owner-title = 为验收标准 { $record } 指定责任人
document-notice-criterion-without-owner-reason = “{ $title }”尚未通过，且未指定由谁证明其达标。
document-notice-deliverable-without-evidence-title = 交付物 { $record } 尚无佐证
document-notice-deliverable-without-evidence-reason = “{ $title }”应于{ $due }交付，尚未登记任何佐证。
document-notice-evidence-expires-before-needed-title = 更新佐证 { $record }
document-notice-evidence-expires-before-needed-reason = “{ $title }”有效期至{ $valid_until }，而{ $needed_on }仍需使用。
document-notice-failed-criterion-without-action-title = 处理不通过的验收标准 { $record }
document-notice-failed-criterion-without-action-reason = “{ $title }”不通过，且没有已定责任人和期限的行动项或问题与之对应。
document-notice-gate-soon-unmet-title = 落实关口 { $record } 的准入条件
document-notice-gate-soon-unmet-reason = 关口计划于{ $planned }。未满足：{ $unmet }。
document-notice-gate-unknown-title = 关口 { $record } 能否通过尚不清楚
document-notice-gate-unknown-reason = 关口计划于{ $planned }。未知：{ $unknown }。
document-notice-hand-over-late-title = { $other } 交接 { $record } 逾期
document-notice-hand-over-late-reason =
    { $forecast ->
        [none] 原计划{ $planned }，尚未完成。
       *[other] 原计划{ $planned }，现预计{ $forecast }。
    }
document-notice-lesson-matches-title = 应用经验 { $record }
document-notice-lesson-matches-reason = “{ $title }”总结自{ $other }。两者共同涉及：{ $tags }。
document-notice-owner-overloaded-title = { $record } 一周内到期 { $count } 项
document-notice-owner-overloaded-reason = 均在{ $week }当周到期。
document-notice-promise-without-requirement-title = 为承诺 { $record } 补写需求
document-notice-promise-without-requirement-reason = “{ $title }”在售前交接中已承诺，但没有任何需求与之对应。
document-notice-review-overdue-title = 复核 { $record }
document-notice-review-overdue-reason = “{ $title }”原定{ $next_review }复核。
document-notice-signature-holds-money-title = 催办 { $record } 的签署
document-notice-signature-holds-money-reason = 自{ $since }起即可签署；{ $money } 因此受阻。
document-notice-stakeholder-not-met-title = 约见 { $record }
document-notice-stakeholder-not-met-reason =
    { $last_met ->
        [none] 影响力 { $influence }（满分 5），未见会面记录。
       *[other] 影响力 { $influence }（满分 5），上次会面{ $last_met }。
    }
document-notice-waiver-ends-title = 豁免 { $record } 即将到期
document-notice-waiver-ends-reason = { $expires }到期，而所豁免的条件仍未满足；次日起 { $other } 将再次受阻。

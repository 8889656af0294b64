# 今日页。
today-title = 今日
today-projects = { $count } 个项目
today-needs-you = 需要您处理
today-needs-you-keys = Enter 打开 · E 完成 · S 稍后 · D 转交
today-urgency-blocked = 受阻
today-urgency-late = 逾期
today-urgency-soon = 临近
today-urgency-language = 双语
today-signature-awaited = { $title }待签署
today-signature-awaited-detail = { $number } · 已签 { $signed } / { $signers } 人
today-criteria-open =
    { $not_tested ->
        [0] { $failed } 项验收标准不通过
       *[other] { $not_tested } 项验收标准未测试
    }
today-criteria-open-detail =
    { $failed ->
        [0] 验收轮次 { $number }
       *[other] 验收轮次 { $number } · { $failed } 项不通过
    }
today-blocking-issue = { $text }
today-blocking-issue-detail = 遗留问题 { $number } 影响验收
today-deliverable-due = { $title }
today-deliverable-due-detail = 交付物 { $number } 到期
today-evidence-expired = { $title }
today-evidence-expired-detail = { $criterion } 的佐证材料已过有效期
today-texts-to-review = { $count } 段文字的另一语言待更新
today-texts-to-review-detail = { $number } · 出具前须完成
today-open-issue-due = { $text }
today-open-issue-due-detail = 遗留问题 { $number } 到期
today-days-late = 逾期 { $days } 个工作日
today-days-today = 今日
today-days-left = 剩 { $days } 个工作日
today-money = 待签回款
today-money-aside = 按项目
today-money-none = 没有待签署的回款。
today-clocks = 计时中
today-clocks-aside = 按各自日历
today-clocks-none = 没有正在计时的期限。
today-deemed = 视为验收合格
today-deemed-rejected = 视为验收不合格
today-working-days = { $days } 个工作日
today-provisional = 日历尚未公布
today-nothing = 暂无需要您处理的事项
today-nothing-hint = 到期、受阻或等待中的事项都会列在这里。
today-no-project = 从一个项目开始
today-no-project-hint = 项目包含相关方、范围、验收和文件。请先新建一个项目。
today-action-due = { $title }
today-action-due-detail = 行动项 { $number }
today-issue-blocks = { $title }
today-issue-blocks-detail = 问题 { $number } 阻塞关口
today-issue-due = { $title }
today-issue-due-detail = 问题 { $number }
today-review-due = { $title }
today-review-due-detail = 复核风险 { $number }
today-reply-due = { $title }
today-reply-due-detail = 回复函件 { $number }
today-reply-awaited = { $title }
today-reply-awaited-detail = 函件 { $number } 待对方回复
today-approval-expected = { $title }
today-approval-expected-detail = { $number } · { $authority } · 已等待 { $waited } 个工作日
today-question-open = { $title }
today-question-open-detail = { $number } · { $authority }已提问，待我方答复
today-approval-ends = { $title }
today-approval-ends-detail = 审批 { $number } 到期
today-invoice-due = 开票：{ $title }
today-invoice-due-detail = { $currency } { $amount }
today-all = 全部 { $count } 项
today-fewer = 只看前几项
today-noticed = 程序提示
today-noticed-aside = 依据记录，按规则得出
today-noticed-none = 暂无提示。
today-waiting-for = 等别人
today-waiting-for-aside = 按到期日
today-waiting-for-none = 没有待他人答复的事项。
today-changes = 上个工作日以来
today-changes-since = 上次查看以来
today-changes-none = 没有变动。
today-changes-more = 更早的变动见审计日志。
today-postponed = 已延后 { $count } 项
today-next = 接下来：{ $what }，{ $date }
today-done = 完成
today-later = 稍后
today-hand-over = 转交
today-no-done = 此项没有可直接完成的操作，请按 Enter 打开。
today-no-hand-over = 此项没有责任人，无法转交。
today-later-title = 稍后处理
today-later-hint = 该日之前不在“今日”中显示。
today-until = 再次显示日期
today-review-title = 已复核，下次复核
today-review-next = 下次复核日期
today-hand-over-title = 转交给
today-hand-over-to = 人员
today-by-calendar = 按 { $calendar } 日历计算

# 今日页。
today-title = 今日
today-projects = { $count } 个项目
today-needs-you = 需要您处理
today-needs-you-keys = J / K 移动，回车打开
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

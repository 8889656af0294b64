# 验收轮次，逐项验收。
acceptance-title-preliminary =
    { $ordinal ->
        [1] 初验
       *[other] 初验第 { $ordinal } 轮
    }
acceptance-title-final =
    { $ordinal ->
        [1] 终验
       *[other] 终验第 { $ordinal } 轮
    }
acceptance-new-round = 新建轮次
acceptance-round-edit = 轮次与日期
acceptance-round-number = 编号
acceptance-round-kind = 类别
acceptance-kind-preliminary = 初验
acceptance-kind-final = 终验
acceptance-round-planned = 计划日期
acceptance-round-notice = 通知送达
acceptance-round-notice-hint = 有凭证的送达日，视为验收的期限自此起算。
acceptance-round-meeting = 验收会议
acceptance-empty = 尚无验收轮次
acceptance-empty-hint = 每一轮逐项查验验收标准，最后形成双方签署的报告。
acceptance-no-criteria = 尚无验收标准
acceptance-no-criteria-hint = 请先在“范围”中填写或导入验收标准，再在此逐项标记。
acceptance-criteria-count = { $count } 项验收标准
acceptance-waiting = 待签回款
acceptance-waiting-note = { $share }% · { $days } 日内开票
acceptance-waiting-share = { $share }%
acceptance-nothing-waiting = 无
acceptance-nothing-waiting-note = 没有款项取决于本报告。
acceptance-deemed = 视为验收合格
acceptance-deemed-rejected = 视为验收不合格
acceptance-days-left = { $days } 个工作日
acceptance-days-today = 今日
acceptance-days-past = 已过 { $days } 个工作日
acceptance-clock-note = { $due } · 通知 { $started }
acceptance-clock-provisional = { $due }（日历暂定）· 通知 { $started }
acceptance-clock-none = 未起算
acceptance-clock-none-note = 自通知送达之日起算。
acceptance-view = 显示内容
acceptance-view-criteria = 验收标准
acceptance-view-issues = 遗留问题 { $count }
acceptance-column-number = 序号
acceptance-column-criterion = 验收标准
acceptance-column-evidence = 佐证
acceptance-column-mark = 结果
acceptance-chapter = { $position } · { $title }
acceptance-chapter-passed = { $total } 项中 { $passed } 项通过
acceptance-evidence-count =
    { $count ->
        [0] 无
       *[other] { $count } 份
    }
acceptance-evidence-expired = { $count } 份已过期
acceptance-mark-group = 验收结果
acceptance-mark-passed = 通过
acceptance-mark-remark = 有保留
acceptance-mark-failed = 不通过
acceptance-mark-not-tested = 未测试
acceptance-remark = 保留意见
acceptance-remark-needed = 请填写保留意见，结果将一并记录。
acceptance-measured = 实测值
acceptance-witness = 见证人
acceptance-evidence = 佐证材料
acceptance-evidence-attach = 添加文件
acceptance-evidence-give = 补交文件
acceptance-evidence-export = 导出
acceptance-evidence-remove = 移除佐证材料 { $number }
acceptance-evidence-named = 仅有名称，尚未提供文件
acceptance-evidence-outside = 文件存放于外部
acceptance-evidence-validity = { $date }已过期
acceptance-evidence-title = 证明内容
acceptance-evidence-date = 日期
acceptance-evidence-valid-until = 有效期至
acceptance-evidence-provided-by = 提供人
acceptance-evidence-keep = 文件存放
acceptance-evidence-keep-inside = 存入工作区
acceptance-evidence-keep-reference = 留在原处，仅记录摘要
acceptance-evidence-drop = 松开即作为本项标准的佐证材料。
acceptance-evidence-none = 尚无佐证材料。
acceptance-evidence-exported = 已导出至 { $path }
acceptance-open-title = 选择佐证材料
acceptance-export-title = 导出佐证材料
acceptance-history = 记录
acceptance-history-none = 尚无操作记录。
acceptance-issue-number = 编号
acceptance-issue-text = 遗留问题
acceptance-issue-owner = 责任人
acceptance-issue-due = 期限
acceptance-issue-state = 状态
acceptance-issue-criterion = 验收标准
acceptance-issue-blocking = 对验收
acceptance-issue-blocks = 影响验收
acceptance-issue-does-not-block = 不影响验收
acceptance-issue-closed = 关闭日期
acceptance-issue-closed-tag = 已关闭
acceptance-issue-add = 新增遗留问题
acceptance-issue-edit = 遗留问题 { $number }
acceptance-issue-none = 没有遗留问题
acceptance-issue-none-hint = 验收后仍须完成的事项，须有责任人和期限。
acceptance-issue-not-assigned = 未指定
acceptance-conclude = 作出结论
acceptance-conclusion = 验收结论
acceptance-conclusion-passed = 通过
acceptance-conclusion-conditional = 有条件通过
acceptance-conclusion-reinspection = 整改后复验
acceptance-conclusion-failed = 不通过
acceptance-conclude-intro = 可选结论取决于逐项结果和遗留问题。
acceptance-conclude-take-back = 撤回结论
acceptance-why-no-criteria = 没有可供作出结论的标准。
acceptance-why-untested = { $count } 项未测试。
acceptance-why-failed = { $count } 项不通过。
acceptance-why-failed-without-issue = { $count } 项不通过且未列为遗留问题。
acceptance-why-blocking = { $count } 项遗留问题影响验收。
acceptance-why-open = { $count } 项遗留问题未关闭。
acceptance-why-unassigned = { $count } 项遗留问题没有责任人或期限。
acceptance-why-nothing-to-condition = 没有可作为条件的事项。
acceptance-why-nothing-to-correct = 没有不通过、未测试或影响验收的事项。
acceptance-issue-report = 出具报告

# 台账：记录种类、字段名称，以及审计日志的句子。
noun-change-request = 变更申请
noun-issue = 问题
noun-decision = 决策
noun-action = 行动项
noun-approval = 审批事项
noun-letter = 函件
noun-lesson = 经验教训

field-cause = 原因
field-event = 风险事件
field-effect = 影响
field-measures = 应对措施
field-category = 类别
field-inherent = 固有风险
field-current = 当前风险
field-residual = 残余风险
field-response = 应对策略
field-days-at-stake = 受影响工作日
field-money-at-stake = 受影响金额
field-next-review = 下次评审
field-deliverables = 交付物
field-severity = 严重程度
field-raised = 提出日期
field-resolved = 解决日期
field-from-risk = 来源风险
field-from-issue = 来源问题
field-from-decision = 来源决策
field-requested-by = 申请人
field-requested = 申请日期
field-deciders = 决策人
field-voices = 已表态
field-decided = 决定日期
field-requirements = 需求
field-days = 工作日
field-money = 金额
field-checks = 检查项
field-decided-by = 决策人
field-change = 变更申请
field-done = 完成日期
field-authority = 审批机构
field-step = 环节
field-blocks = 制约事项
field-approval = 审批类型
field-waits-for = 等待对象
field-submitted = 提交日期
field-period = 办理时限
field-expected = 预计答复
field-answered = 答复日期
field-questions = 补正与问询
field-met = 已沟通人员
field-offered = 我方方案
field-agreed = 已达成口径
field-body = 正文
field-letter = 函件类型
field-direction = 收发
field-from = 发函方
field-to = 收函方
field-delivered = 送达日期
field-proof = 送达凭证
field-reply-due = 回复期限
field-replied = 回复日期
field-answers = 回复的函件
field-tags = 标签

value-occurred = 已发生
value-closed = 已关闭
value-open = 未关闭
value-avoid = 规避
value-mitigate = 减轻
value-transfer = 转移
value-accept = 接受
value-acceptance = 验收
value-commercial = 商务
value-operations = 运维
value-people = 人员
value-supply = 供应
value-technical = 技术
value-low = 低
value-medium = 中
value-high = 高
value-critical = 严重
value-resolved = 已解决
value-proposed = 已提出
value-analysis = 分析中
value-approved = 已批准
value-rejected = 已否决
value-withdrawn = 已撤回
value-done = 已完成
value-dropped = 已取消
value-procurement = 采购流程
value-authority = 主管部门
value-internal = 内部审批
value-pending = 审批中
value-preparing = 准备中
value-incoming = 来函
value-outgoing = 发函
value-letter = 函件
value-work-contact-letter = 工作联系单

register-of =
    { $noun ->
        [risk] 风险
        [issue] 问题
        [change_request] 变更申请
        [decision] 决策
        [action] 行动项
        [approval] 审批事项
        [letter] 函件
        [mapping] 导入映射
        [lesson] 经验教训
        [risk_matrix] 风险矩阵
        [gate] 关口
        [gate_check] 检查项
        [hand_over] 移交
        [stakeholder] 干系人
        [work_package] 工作包
       *[record] 记录
    }
journal-record-added = 新增{ register-of } { $name }
journal-record-edited = 修改{ register-of } { $name }
journal-record-removed = 移除{ register-of } { $name }

# 关口、检查项、移交与豁免。
noun-gate = 关口
noun-gate-check = 检查项
noun-hand-over = 移交
noun-waiver = 豁免

field-stage = 阶段
field-gate = 关口
field-conditions = 进入条件
field-condition = 条件
field-confirmations = 人工确认
field-passage = 通过记录
field-wanted = 所需佐证
field-evidence = 佐证材料
field-lasts = 有效时长
field-hand-over = 移交类别
field-items = 移交事项
field-promises = 承诺
field-given = 移交日
field-taken = 接收日
field-measure = 期间措施
field-approved-by = 批准人
field-granted = 批准日
field-expires = 最后有效日

value-unknown = 未知
value-in-progress = 处理中
value-submitted = 已提交
value-not-applicable = 不适用
value-until = 至某日
value-without-end = 无期限
value-pre-sales-to-delivery = 售前向交付
value-delivery-to-operations = 交付向运维
value-to-product-team = 向产品团队

journal-gate-passed = 通过关口 { $number } { $name }
journal-condition-confirmed =
    { $says ->
        [holds] 确认关口 { $number } 的条件：{ $name }
       *[does_not_hold] 否认关口 { $number } 的条件：{ $name }
    }
journal-waiver-granted = 批准豁免 { $number }（关口 { $gate }），至 { $expires }
journal-waiver-ended = 终止豁免 { $number }（关口 { $gate }）
journal-lifecycle-set-up = 按“{ $name }”设置 { $gates } 个关口

failure-gate-held =
    { $held ->
        [0] 关口 { $number } 尚未列出条件，无法判断能否通过。关口保持原样；请先写明条件。
       *[other] 关口 { $number } 有 { $held } 项条件不满足：{ $conditions }。关口未通过；请先满足条件，或由他人批准豁免。
    }
failure-gate-passed-already = 关口 { $number } 已于 { $on } 通过。未作任何更改；如有误请先撤销。
failure-own-waiver = { $name } 是该豁免的申请人，不能自行批准。豁免未批准；请指定其他批准人。
failure-has-gates = { $number } 在此已有 { $gates } 个关口。未作设置；请修改现有关口，或先将其移除。

today-gate-blocked = { $title }
today-gate-blocked-detail =
    { $passed ->
        [passed] 关口 { $number } 已通过但不再成立：{ $by }
       *[not_passed] 关口 { $number } 受阻：{ $by }
    }

app-section-gates = 关口
gate-title = 关口
gate-view-gates = 关口
gate-view-checks = 检查项
gate-view-hand-overs = 移交
gate-line-project = 整个项目
gate-empty = 尚无关口
gate-empty-hint = 先采用模板的阶段与关口，再为每项条件指定所需记录。
gate-set-up = 按模板设置
gate-set-up-intro = 项目将获得模板的各阶段、阶段前的关口和移交清单。名称相同的现有阶段保留其日期。
gate-set-up-template = 模板
gate-set-up-stack = 适用于
gate-set-up-save = 设置
gate-opens = 其后为{ $stage }
gate-within = 位于阶段之内
gate-owner = 决定人
gate-planned = 计划
gate-passed-on = 通过
gate-passed-by = 通过人
gate-count =
    { $held ->
        [0] 全部条件满足
       *[other] { $all } 项条件中 { $held } 项不满足
    }
gate-state-passed = 已通过
gate-state-lapsed = 不再成立
gate-state-ready = 可通过
gate-state-waiting = 未到期
gate-state-unknown = 未知
gate-state-held = 受阻
gate-pass = 通过关口
gate-pass-hint = 所需条件均已满足或获豁免。其后的阶段自今日开始。
gate-edit = 修改
gate-form-title = 名称
gate-form-note = 说明
gate-form-planned = 计划日期
gate-form-owner = 决定人
gate-form-stage = 其后的阶段
gate-condition-edit = 指定所需记录
gate-condition-owner = 负责人
gate-condition-kind-deliverables-accepted = 交付物已认可
gate-condition-kind-evidence-valid = 佐证有效
gate-condition-kind-documents-signed = 文件已签署
gate-condition-kind-section-signed = 章节已会签
gate-condition-kind-checks-answered = 检查项已答复
gate-condition-kind-no-blocking-issue = 无阻塞问题
gate-condition-kind-approvals-given = 审批已通过
gate-condition-kind-date-reached = 日期已到
gate-condition-kind-gate-passed = 关口已通过
gate-condition-kind-hand-over-complete = 移交已完成
gate-condition-kind-manual = 由人确认
gate-condition-day = 日期
gate-condition-until = 至少有效至
gate-condition-person = 以此角色签署的人
gate-verdict-met = 满足
gate-verdict-waived = 已豁免
gate-verdict-open = 未到期
gate-verdict-unknown = 未知
gate-verdict-unmet = 不满足
gate-turn = 下一步
gate-rests-on = 依据
gate-why-not-recorded = 无记录
gate-why-not-accepted = 未认可
gate-why-due-later = { $due } 前到期
gate-why-expired = 已于 { $on } 到期
gate-why-expires-before = { $on } 到期，须用至 { $needed }
gate-why-validity-unknown = 有效期未知
gate-why-not-signed = 未签署
gate-why-section-not-signed = 章节未会签
gate-why-not-answered = 未答复
gate-why-not-yet-accepted = 已答复，未认可
gate-why-rejected = 答复被退回
gate-why-blocks = 形成阻塞
gate-why-not-given = 未批准
gate-why-expected-later = 预计 { $expected } 前答复
gate-why-refused = 被拒绝
gate-why-date-ahead = 不早于 { $day }
gate-why-gate-not-passed = 未通过
gate-why-point-open = 尚未移交
gate-why-promise-untraced = 已承诺，无对应需求
gate-why-not-confirmed = 无人确认
gate-why-denied = 已于 { $on } 否认
gate-why-nothing-named = 尚未指定所需记录
gate-confirm = 确认
gate-confirm-says = 实际情况
gate-confirm-holds = 成立
gate-confirm-does-not-hold = 不成立
gate-confirm-by = 确认人
gate-confirmed = 确认人
gate-denied = 否认人
gate-waive = 豁免
gate-waive-intro = 该条件放行至最后有效日。申请人不得自行批准。
gate-waive-reason = 理由
gate-waive-measure = 期间措施
gate-waive-requested-by = 申请人
gate-waive-approved-by = 批准人
gate-waive-expires = 最后有效日
gate-waive-save = 批准豁免
gate-waiver-until = 至 { $day }
gate-waiver-approved = 批准人
gate-waiver-end = 终止豁免
gate-waiver-ended = 已于 { $day } 终止
gate-waiver-expired = { $day } 后失效
gate-check-empty = 尚无检查项
gate-check-empty-hint = 检查项是关口须以佐证答复的问题。请新增第一项。
gate-check-add = 新增检查项
gate-check-number = 编号
gate-check-question = 检查项
gate-check-gate = 关口
gate-check-owner = 责任人
gate-check-state = 状态
gate-check-until = 有效至
gate-check-form-title = 检查内容
gate-check-form-wanted = 所需佐证
gate-check-form-note = 说明
gate-check-form-gate = 所属关口
gate-check-form-state = 状态
gate-check-form-owner = 责任人
gate-check-form-decided = 认定日期
gate-check-form-evidence = 佐证材料
gate-check-form-lasts = 答复有效时长
gate-check-form-valid-until = 最后有效日
gate-check-state-unknown = 未知
gate-check-state-open = 未答复
gate-check-state-in-progress = 处理中
gate-check-state-submitted = 已提交
gate-check-state-accepted = 已认可
gate-check-state-rejected = 已退回
gate-check-state-not-applicable = 不适用
gate-check-lasts-unknown = 未说明
gate-check-lasts-until = 至某日
gate-check-lasts-without-end = 无期限
gate-hand-over-empty = 尚无移交
gate-hand-over-empty-hint = 移交随模板的关口生成：来自售前、交给运维、交给产品团队。
gate-hand-over-from = 移交方
gate-hand-over-to = 接收方
gate-hand-over-point-done = 已移交
gate-hand-over-promises = 承诺
gate-hand-over-promise = 承诺内容
gate-hand-over-requirement = 对应需求
gate-hand-over-due = 期限
gate-hand-over-made-to = 承诺对象
gate-hand-over-no-requirement = 无对应需求
gate-hand-over-promise-add = 新增承诺
gate-hand-over-given = 移交日
gate-hand-over-taken = 接收日
gate-hand-over-give = 声明已移交
gate-hand-over-take = 声明已接收
gate-hand-over-open =
    { $open ->
        [0] 全部事项已移交
       *[other] { $open } 项未移交
    }

# 文件：清单、编辑、出具与签署。
document-title = 文件
document-empty = 尚无文件
document-empty-hint = 报告由验收轮次生成：请打开“验收”，点击“出具报告”。其他文件在此新建。
document-new = 新建文件
document-new-kind = 类别
document-new-round = 验收轮次
document-new-of-project = 项目全部轮次
document-new-make = 新建草稿
document-to-acceptance = 前往验收
document-back = 全部文件
document-column-number = 编号
document-column-title = 文件
document-column-version = 版本
document-column-date = 日期
document-column-state = 状态
document-column-signatures = 签署
document-version = 第 { $version } 版
document-state-draft = 草稿
document-state-in-review = 审核中
document-state-issued = 已出具
document-state-signed = 已签署
document-state-superseded = 已被取代
document-state-void = 已作废
document-signed-of = { $signed }/{ $signers }
document-view = 显示内容
document-view-text = 正文
document-view-preview = 页面
document-part-basis = 验收依据
document-part-scope = 范围与交付物
document-part-schedule = 进度
document-part-tests = 测试
document-part-trial-run = 试运行
document-part-compliance = 合规文件
document-part-training = 文档与培训
document-part-open-issues = 遗留问题
document-part-payment = 付款
document-part-conclusion = 验收结论
document-part-signature = 签署前言
document-part-language = 报告文本
document-part-empty = 此处尚无内容。
document-paragraph = 段落
document-paragraph-remove = 移除此段
document-details = 基本信息
document-number = 编号
document-name = 标题
document-date = 日期
document-edition = 语言版本
document-edition-en = 英文
document-edition-zh = 中文
document-edition-side-by-side = 中英对照
document-look = 版式
document-look-vendor = 简洁（黑体）
document-look-formal = 正式（宋体）
document-signers = 签署人
document-signer-add = 添加签署人
document-signer-edit = 签署人
document-signer-position = 次序
document-sign-mark = 签名
document-number-taken = 原文件已用此编号。
document-signer-person = 人员
document-signer-role = 签署身份
document-signer-capacity = 职务
document-signer-remove = 移除
document-signer-stands-for =
    { $party ->
        [vendor] { $organisation }是本项目的乙方
        [client] { $organisation }是本项目的甲方
        [supervisor] { $organisation }是本项目的监理单位
       *[none] { $organisation }不是签署方，只能作为见证人或批准人
    }
document-signer-was =
    { $role ->
        [vendor] 原记为乙方，保存后更正。
        [client] 原记为甲方，保存后更正。
       *[supervisor] 原记为监理，保存后更正。
    }
document-waiver-state = 不签署…
document-waiver-missing =
    { $party ->
        [vendor] 乙方没有签署人
        [client] 甲方没有签署人
       *[supervisor] 监理单位没有签署人
    }
document-waiver-why =
    { $party ->
        [vendor] 乙方不签署的原因
        [client] 甲方不签署的原因
       *[supervisor] 监理单位不签署的原因
    }
document-waiver-remove = 仍须签署
document-signers-none = 尚未指定签署人。
document-signer-no-authority = 未记录签署授权
document-role-vendor = 乙方
document-role-client = 甲方
document-role-supervisor = 监理
document-role-witness = 见证人
document-role-approver = 批准人
document-obstacles = 出具前须处理
document-obstacles-none = 可以出具，没有须处理的事项。
document-obstacles-count = { $count } 项
document-obstacle-missing = { $label }：缺少一种语言
document-obstacle-unreviewed = { $label }：中英文尚未核对
document-obstacle-parity = { $label }：两侧数字不一致
document-obstacle-criteria-not-tested = { $count } 项标准未测试
document-obstacle-no-conclusion = 本轮验收尚未作出结论
document-obstacle-conclusion-not-admissible = 逐项结果和遗留问题不支持现有结论
document-obstacle-issues-unassigned = { $count } 项未关闭的遗留问题未指定责任人或期限
document-obstacle-no-signers = 尚未指定签署人
document-obstacle-signer-without-authority = { $name }没有签署授权
document-obstacle-signer-twice = { $name }重复列为签署人
document-obstacle-signer-of-another-party =
    { $role ->
        [vendor] { $name }拟作为乙方签署
        [client] { $name }拟作为甲方签署
       *[supervisor] { $name }拟作为监理签署
    }，但{ $organisation }{ $is ->
        [vendor] 是本项目的乙方
        [client] 是本项目的甲方
        [supervisor] 是本项目的监理单位
       *[none] 不是本项目的甲方、乙方或监理单位
    }
document-obstacle-party-unsigned =
    { $party ->
        [vendor] 乙方（{ $organisation }）没有签署人
        [client] 甲方（{ $organisation }）没有签署人
       *[supervisor] 监理单位（{ $organisation }）没有签署人
    }
document-obstacle-waiver-contradicted =
    { $party ->
        [vendor] 文件注明乙方不签署，但签署人中有乙方
        [client] 文件注明甲方不签署，但签署人中有甲方
       *[supervisor] 文件注明监理单位不签署，但签署人中有监理单位，或本项目没有监理单位
    }
document-obstacle-no-round = 文件没有对应的验收轮次
document-obstacle-no-date = 文件没有日期
document-preview-page = 第 { $page } 页，共 { $pages } 页
document-preview-previous = 上一页
document-preview-next = 下一页
document-preview-zoom = 宽度
document-preview-fit = 整页
document-preview-wide = 页宽
document-preview-huge = 放大
document-submit = 送审
document-return = 退回编制人
document-return-title = 退回文件
document-reason = 理由
document-issue = 出具
document-issue-title = 确认出具此文件？
document-issue-what = { $number }，第 { $version } 版
document-issue-pages = 共 { $pages } 页
document-issue-final = 出具后，正文、数字和签署次序即固定，不能撤销，只能以新版本取代或作废。
document-issue-now = 确认出具
document-sign = 签署
document-export = 导出
document-export-title = 导出 PDF
document-exported = 已导出至 { $path }
document-verify = 核验
document-more = 更多
document-supersede = 编制新版本
document-supersede-title = 确认编制新版本？
document-supersede-final = 新版本自草稿开始；本版本即被取代，不能再签署。此操作不能撤销。
document-void = 作废
document-void-title = 确认作废此文件？
document-void-final = 文件以作废状态保留在记录中，不能再签署。此操作不能撤销。
document-void-reason = 已作废：{ $reason }
document-digest = SHA-256
document-digest-record = 记录摘要（印于每页）
document-digest-issued = 出具时的文件
document-digest-newest = 最新修订的文件
document-issued-on = { $at } 出具
document-issued-pages = { $pages } 页
document-signer-signed = { $at } 签署
document-signer-refused = { $at } 拒签：{ $reason }
document-method-drawn = 屏幕手写
document-method-typed = 键入姓名
document-method-own-certificate = 自有证书
document-method-vendor-identity = 乙方身份
document-method-wet-ink = 纸质签署
document-copy = 收回纸质签署件
document-copy-title = 纸质签署件
document-copy-hint = 扫描件与出具版本绑定：请输入签署件页脚所印摘要的前八位以上字符。
document-copy-file = 扫描件
document-copy-choose = 选择扫描件
document-copy-digest = 所印摘要
document-copy-signer = 签署人
document-copy-take = 收回
document-sign-title = 签署文件
document-sign-pad = 请在此手写签名
document-sign-clear = 清除
document-sign-draw = 手写
document-sign-type = 输入
document-sign-key = 密钥
document-sign-key-room = 一次性密钥
document-sign-key-certificate = 自有证书
document-sign-key-vendor = 乙方身份
document-sign-certificate-choose = 证书文件
document-sign-certificate-title = 选择证书（PKCS#12）
document-sign-certificate-kind = 证书
document-sign-certificate-password = 文件密码
document-sign-witnesses = 在场见证人
document-sign-reason = 签署说明（可不填）
document-sign-note-room = 本次签署使用一次性密钥，用后即毁。文件将注明：签署后未被改动；身份由{ $witnesses }见证。
document-sign-note-room-alone = 本次签署使用一次性密钥，用后即毁。文件将注明：签署后未被改动；身份无人见证。
document-sign-note-certificate = 以签署人自有证书签署；证书文件只读取一次，不予保存。文件将注明：签署后未被改动；身份以证书所载为准。
document-sign-note-vendor = 以本机钥匙串中的乙方身份签署。文件将注明：签署后未被改动；身份以其证书所载为准。
document-sign-authority = 授权：{ $authority }
document-sign-refuse = 拒签并说明
document-sign-refuse-title = 拒绝签署
document-sign-refuse-final = 拒签及其理由将记入记录，此后任何人不再签署。此操作不能撤销。
document-sign-refused = { $name }已拒签，此后不再签署。处理完毕后请编制新版本。
document-sign-now = 签署
document-sign-complete = 各方均已签署
document-sign-complete-note = 文件已完整，请导出并交付。

# What a kind of paper is called.
document-kind-acceptance-report = 验收报告
document-kind-open-issue-list = 遗留问题清单

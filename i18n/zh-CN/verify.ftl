# 对已签署文件的核验结果：hefu-verify、hefu-cli 与窗口共用。

verify-usage =
    hefu-verify 文件 [--lang en|zh] [--json] [--extract 文件夹] [--head "链 序号 摘要"] [--trail 文件]

    说明一份 PDF 或导出的审计链由谁、何时签署，以及签署之后是否有改动。
    只读取该文件，不需要网络。

    --json      以 JSON 输出完整结果
    --extract   将文件所附佐证记录写入此文件夹
    --head      查询文件是否载明此日志链首，或审计链是否含有它
    --trail     同时核验此审计链，以及其中是否含有文件所载链首
    --lang      结果所用语言

    退出码 0：未被改动；1：已被改动；2：未签署、无法读取或参数有误。
verify-bad-option = 无法识别“{ $option }”。
verify-cannot-read = 无法读取 { $path }：{ $reason }
verify-cannot-write = 无法写入 { $path }：{ $reason }
verify-no-record = 该文件没有可提取的佐证记录。
verify-record-written = 佐证记录已写入 { $path }。

verify-document = 文件：{ $number } { $title }
verify-file = 文件路径：{ $path }（{ $bytes } 字节）
verify-digest = 文件的 SHA-256：{ $digest }

verify-intact = 未被改动。文件内容与签署时完全一致。
verify-changed = 已被改动。此文件不是当时签署的文件。
verify-not-signed = 未签署。文件中没有任何签名。
verify-unreadable = 无法读取。这既不是 PDF，也不是导出的审计链，或只是其中一部分。
verify-found = 发现以下问题：

verify-signature = 签名 { $number }：{ $name }
verify-signature-role = 身份：{ $role }
verify-signature-capacity = 身份：{ $role }，{ $capacity }
verify-signature-time = 签署于 { $time }，{ $method }
verify-signature-reason = 事由：{ $reason }
verify-signature-intact = 完整性：所签内容未被改动。
verify-signature-changed = 完整性：已被破坏。该签名不能为此文件作证。
verify-signature-changed-later = 该签名之后，文件有以下改动：
verify-signature-certificate = { $subject } 的证书，SHA-256 { $digest }
verify-outstanding = 尚未签署的次序：{ $positions }

verify-proof-attested = 身份：由 { $names } 当场见证，文件本身无法证明。
verify-proof-self-stated = 身份：仅由签署人自称，无人见证，文件本身无法证明。
verify-proof-known = 身份：您指明为已知的证书。
verify-proof-issued = 身份：由 { $issuer } 认证。是否信任该机构由您决定。
verify-proof-trusted = 身份：由您信任的 { $root } 认证。

verify-role-vendor = 乙方
verify-role-client = 甲方
verify-role-supervisor = 监理
verify-role-witness = 见证人
verify-role-approver = 审批人

verify-method-drawn = 屏幕手写，密钥仅用于这一次签名
verify-method-typed = 键入姓名，密钥仅用于这一次签名
verify-method-own-certificate = 使用签署人自己的证书
verify-method-vendor-identity = 使用乙方自有身份证书

verify-head-stated = 日志：文件载明了您给出的链首。
verify-head-not-stated = 日志：文件未载明您给出的链首。文件载明的是：{ $heads }
verify-head-none = 日志：文件未载明任何链首。

verify-place-page = 第 { $page } 页
verify-place-object = 对象 { $object }
verify-place-bytes = 第 { $from } 至 { $to } 字节
verify-place-base = 位于出具时的文件
verify-place-revision = 位于签名 { $revision } 或其后

verify-change-bytes-altered = 已签署的字节被改动。
verify-change-cut-at-end = 文件末尾被截断或损坏。
verify-change-appended = 最后一个签名之后被追加了内容。
verify-change-revision-form = 某个签名所在部分已损坏，或含有签名之外的内容。
verify-change-base-updated = 文件在首次签署之前已被更新过。
verify-change-byte-range = 某个签名没有覆盖其之前的全部内容。
verify-change-container = 所存签名数据被改动。
verify-change-certificate = 证书不是签署人签署时所用的证书。
verify-change-signature = 签名并非由其证书的密钥作出。
verify-change-foreign-signature = 含有并非由合符作出的签名，本程序无法核验。
verify-change-page-added = 新增了一页。
verify-change-page-removed = 删除了一页。
verify-change-pages-reordered = 页面顺序被调换。
verify-change-page-content = 页面显示的内容被改动。
verify-change-page-property = 页面尺寸或其他属性被改动。
verify-change-annotation-added = 页面上被加了注释。
verify-change-annotation-removed = 页面上的注释或域被移除。
verify-change-annotation-changed = 页面上的注释被改动。
verify-change-attachment = 附件 { $name } 被替换或改动。
verify-change-metadata = 元数据被改动。
verify-change-structure = 用于朗读的结构被改动。
verify-change-outline = 书签被改动。
verify-change-catalog = 文件条目 { $key } 被改动。
verify-change-field = 域 { $name } 被无关的签署改动。
verify-change-form = 表单被改动。
verify-change-object-changed = 文件的某一部分被改动。
verify-change-object-added = 加入了签名并不需要的内容。
verify-change-active = 某个签名夹带脚本或动作（{ $key }）。
verify-change-signature-field = 某个签名不在为其预留的域中，或占用了已签的域。
verify-change-record-missing = 该签名在签署记录中没有可读的一行。
verify-change-record-of-other-document = 签署记录的这一行属于另一份文件：所载为 { $stated }，本文件为 { $actual }。
verify-change-record-of-other-revision = 签署记录的这一行是为另一版本写的：所载为 { $stated }，实际签署的是 { $actual }。
verify-change-record-contradicts = 签署记录与签名互相矛盾（{ $key }）。
verify-change-other-file = 摘要与此文件不符：应为 { $expected }，实为 { $actual }。

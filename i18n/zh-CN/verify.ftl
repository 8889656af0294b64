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

    退出码：
      0  未被改动，且全部签署完毕
      1  拒绝执行：文件无法读取或写入
      2  参数有误
      3  已被改动，或未载明所给链首
      4  未被改动，但尚有签署位置空缺
      5  无法判定：未签署、由其他程序签署、已加密、无法读取或内容不固定
verify-bad-option = 无法识别“{ $option }”。
verify-no-file = 未指定文件。
verify-cannot-read = 无法读取 { $path }：{ $reason }
verify-not-a-file = { $path } 不是可读取的普通文件（是文件夹、管道或设备）。
verify-too-large = { $path } 超过 { $megabytes } MB，超出可读取的大小，无法判定。
verify-cannot-write =
    { $problem ->
        [already_there] { $path } 处已有内容，已保持原样。请指定其他文件夹。
        [no_folder] { $path } 所在的文件夹不存在，未写入。
        [not_allowed] { $path } 无法写入：没有该文件夹的写入权限。
        [disk_full] { $path } 未写入：磁盘已满。
       *[other] { $path } 无法写入。
    }
verify-no-record = 该文件没有可提取的佐证记录。
verify-record-written = 佐证记录已写入 { $path }。

verify-document = 文件：{ $number } { $title }
verify-file = 文件路径：{ $path }（{ $bytes } 字节）
verify-digest = 文件的 SHA-256：{ $digest }

verify-intact = 未被改动。文件内容与签署时完全一致。
verify-complete = 未被改动。文件内容与签署时完全一致，签署位置共 { $signed } 处，均已签署。
verify-open = 未被改动。所签内容与签署时一致，但尚未签完：签署位置共 { $places } 处，已签 { $signed } 处。
verify-changed = 已被改动。此文件已不是当时签署的文件，请勿采信，请索取原件。
verify-changed-anew = 已被改动。此文件签署后被其他程序重新保存，内容已无从核验，请索取原件。
verify-changed-blank = 已被改动。最后一个签名之后仅追加了空白，有些邮件程序会这样做，请索取原件。
verify-not-signed = 无法判定。文件中没有任何签名，请索取已签署的文件。
verify-other-program = 无法判定。此文件由其他程序签署，请用该程序核验。
verify-encrypted = 无法判定。此文件已加密，请索取未加密的原件。
verify-not-fixed = 无法判定。文件与签署时一致，但含有会自动执行或可隐藏的内容，各人所见可能不同，请索取不含此类内容的文件。
verify-unreadable = 无法判定。这既不是 PDF，也不是导出的审计链，或只是其中一部分，请重新索取。
verify-found = 发现以下问题：
verify-contradictions = 自相矛盾之处：

verify-signature = 签名 { $number }：{ $name }
verify-signature-role = 身份：{ $role }
verify-signature-capacity = 身份：{ $role }，{ $capacity }
verify-signature-time = 签署于 { $time }，{ $method }
verify-signature-reason = 事由：{ $reason }
verify-signature-intact = 完整性：所签内容未被改动。
verify-signature-changed = 完整性：已被破坏。该签名不能为此文件作证。
verify-signature-changed-later = 该签名之后文件被改动，见上文。
verify-signature-certificate = { $subject } 的证书，SHA-256 { $digest }
verify-outstanding = 尚未签署的次序：{ $positions }

verify-proof-attested = 身份：由 { $names } 当场见证，文件本身无法证明。
verify-proof-self-stated = 身份：仅由签署人自称，无人见证，文件本身无法证明。
verify-proof-known = 身份：您指明为已知的证书。
verify-proof-issued = 身份：证书自称由 { $issuer } 签发，未经核实。
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
verify-place-revision = 随签名 { $revision }
verify-place-after = 位于签名 { $after } 之后

verify-change-bytes-altered = 已签署的字节被改动。
verify-change-cut-at-end = 文件末尾被截断或损坏。
verify-change-appended = 被追加了并非合符签名的内容。
verify-change-blank-appended = 最后一个签名之后仅追加了空白。
verify-change-written-anew = 文件签署后被其他程序重新保存，请索取原件。
verify-change-revision-form = 某个签名所在部分已损坏，或含有签名之外的内容。
verify-change-issued-form = 出具的文件不是合符的写法，其他程序可能显示不同内容。
verify-change-signature-in-issued = 文件在出具之前已含有签名。
verify-change-dangling = 文件引用了并不存在的内容，之后签署的人可能将其补入。
verify-change-signed-changed = 此签名所签的文件此前已被改动。
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
verify-change-other-signer = 文件载明此处应由 { $stated } 签署，签名却载明 { $actual }。
verify-change-other-role = 文件载明此处应以{ $stated }身份签署，签名却以{ $actual }身份作出。
verify-change-other-heads = 签署记录所载日志链首与文件不同。
verify-change-not-fixed = 文件中含有会自动执行或可隐藏的内容（{ $key }），读者所见并不固定。
verify-change-certificate-of-other = 证书属于 { $actual }，而非 { $stated }。
verify-change-before-issue = 签署时间 { $stated } 早于文件出具时间 { $actual }。
verify-change-before-previous = 签署时间 { $stated } 早于前一个签名的时间 { $actual }。
verify-change-outside-certificate = 签署时间 { $stated } 不在证书有效期内（{ $from } 至 { $until }）。
verify-change-other-file = 摘要与此文件不符：应为 { $expected }，实为 { $actual }。

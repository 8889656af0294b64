# 操作未执行的原因：发生了什么，保留了什么，该怎么做。
failure-unknown-command = 窗口与程序版本不一致（{ $command }）。未作任何更改，请重新安装程序。
failure-bad-request = 程序无法读取本页提交的内容（{ $command }：{ $reason }）。未作任何更改。
failure-no-workspace = 尚未打开工作区。请先打开再操作。
failure-not-found = 该{ $noun }已不存在，页面已更新。
failure-wrong-key = 密钥无法打开 { $path }。请检查输入法和大写锁定，或使用恢复密钥。
failure-not-in-keychain = 钥匙串中没有 { $path } 的密钥。请输入口令。
failure-no-keychain = 无法访问本机钥匙串。请输入口令，其他功能不受影响。
failure-passphrase-too-short = 口令至少需要 { $minimum } 个字符。用一句话作口令更容易记住。
failure-in-use = { $path } 已在另一个合符窗口中打开。请先在那里关闭。
failure-already-there = { $path } 已有文件，未覆盖。请换一个名称。
failure-no-file = { $path } 处没有文件。
failure-not-a-workspace = { $path } 不是合符工作区，文件保持原样。
failure-newer-workspace = { $path } 由更新版本的合符创建（格式 { $format }，本程序支持到 { $known }）。文件保持原样，请更新合符后再打开。
failure-damaged =
    { $backup ->
        [none] { $path } 已损坏，原文件保留为 { $aside }。旁边没有备份。
       *[other] { $path } 已损坏，原文件保留为 { $aside }。最近的完好备份是 { $backup }，可在“工作区”中恢复。
    }
failure-read-only = { $path } 无法写入。请换一个文件夹，或申请写入权限。
failure-disk-full = { $path } 所在磁盘已满。此前确认的内容均已保存，请腾出空间后重试。
failure-not-an-update = { $path } 不是合符的更新文件，未作任何安装。请选择以 .hefu-update 结尾的文件。
failure-update-not-signed = { $path } 与合符发布方签名时不一致，或由他人签名，未作任何安装。请重新索取该文件。
failure-no-release-key = 本程序构建时未带发布密钥，无法信任任何更新，未作任何安装。
failure-update-not-for-this = 版本 { $version } 未安装：它并不比 { $installed } 新，或适用于其他系统或安装包类型。
failure-not-installed = 本程序不是由安装包安装的，未作任何安装。请直接安装安装包。
failure-update-refused = 系统未能安装更新，合符与您的工作区保持原样。系统提示：{ $reason }
failure-file-trouble = 无法读写 { $path }：{ $reason }
failure-invalid =
    { $problem ->
        [blank] { $noun }的“{ $field }”不能为空。未作任何更改。
        [too_long] { $noun }的“{ $field }”过长。未作任何更改。
        [not_a_number] { $noun }的“{ $field }”须为数字。未作任何更改。
        [out_of_range] { $noun }的“{ $field }”超出范围。未作任何更改。
       *[unknown] { $noun }的“{ $field }”无法识别。未作任何更改。
    }
failure-number-taken = 编号 { $number } 已被另一{ $noun }使用。未作任何更改，请换一个编号。
failure-still-used = 仍有其他记录引用，已保留。请先移除引用它的记录。
failure-import-faults = 表格有 { $faults } 处错误，未导入任何内容。
failure-nothing-to-undo = 没有可撤销的操作。
failure-nothing-to-redo = 没有可重做的操作。
failure-changed-since = { $by } 于 { $at } 在此之后又做了“{ $what }”。请先撤销该项操作。
failure-export-changed = { $place } 与导出时不一致。未创建任何文件，请使用完整的导出副本。
failure-works-here = { $name }是本工作区的使用人，日志还会继续记录其姓名。未删除任何内容。
failure-not-this-recovery-key = 这不是当前工作区的恢复密钥，未保存。
failure-wrong-state =
    { $state ->
        [draft] { $number } 仍是草稿，未作任何更改。{ $wanted ->
            [in_review] 请先提交审阅。
           *[issued] 请先出具。
        }
        [in_review] { $number } 正在审阅，未作任何更改。{ $wanted ->
            [draft] 请先退回作者。
           *[issued] 请先出具。
        }
        [issued] { $number } 已出具，其依据内容已固定。未作任何更改，如需修改请出具新版。
        [signed] { $number } 已签署，其依据内容已固定。未作任何更改，如需修改请出具新版。
        [superseded] { $number } 已被新版替代。未作任何更改，请打开最新版本。
       *[void] { $number } 已作废。未作任何更改。
    }
failure-not-ready = { $number } 暂不能出具：还有 { $findings } 项待处理，详见文件页。
failure-not-your-turn = { $number } 须先由 { $waits_for } 签署。
failure-no-glyph = { $place }中的字符 { $character }（{ $code_point }）没有可用字体。文件未出具，请改用其他写法。
failure-wrong-certificate-password = 密码无法打开证书文件。未签署。
failure-unsupported-key = 该证书无法在此签署：{ $reason }。未签署，请使用一次性密钥或其他证书。
failure-empty-signature = 签名为空。请手写或输入姓名。
failure-not-a-pdf = { $path } 既不是可读取的 PDF，也不是导出的审计链。
failure-not-a-picture = { $number } 的文件不是可显示的图片，文件原样保留。
failure-unusable-logo =
    { $problem ->
        [drawing] { $path } 是矢量图（SVG 或 PDF）。标识未更改；请导出为宽 1200 像素的 PNG 后再选择。
        [too_large] { $path } 超出标识所需的大小。标识未更改；请导出为宽 1200 像素的 PNG。
        [too_small] { $path } 像素太少，打印不清晰。标识未更改；请选择长边不小于 120 像素的图片。
        [blank] { $path } 只有白色，印在纸上看不见。标识未更改；请选择适合白纸的深色版本。
       *[not_a_picture] { $path } 不是可打印的图片。标识未更改；请选择 PNG 或 JPEG。
    }
failure-not-this-document = 这不是已出具的 { $number }。请核对副本页脚印的摘要。
failure-cancelled = 已停止。未作任何更改。
failure-internal = 程序出错。未作任何更改。（{ $reason }）
failure-unreadable-table =
    { $problem ->
        [empty] { $path } 没有数据行，未导入任何内容。
        [too_large] { $path } 过大，无法读取。未导入任何内容，请拆分后再试。
        [old_or_protected] { $path } 为旧版 XLS 或带有密码。未导入任何内容，请另存为无密码的 XLSX。
        [undecodable] { $path } 的字符编码无法识别。未导入任何内容，请另存为 UTF-8。
        [damaged] { $path } 已损坏，未导入任何内容。
       *[not_a_table] { $path } 不是可读取的表格。未导入任何内容，请使用 XLSX 或 CSV。
    }
failure-evidence-changed = { $path } 与记录的摘要不符，已不是原文件。记录保持原样。
failure-conclusion-not-admissible = { $number } 的判定和遗留问题不允许此结论。未作任何更改。
failure-already-signed = { $number } 此处已签署。未作任何更改。
failure-signature-refused = { $number } 已被拒签。如需再签，请出具新版。

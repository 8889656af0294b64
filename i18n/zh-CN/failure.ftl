# 操作未执行的原因：发生了什么，保留了什么，该怎么做。
failure-unknown-command = 窗口与程序版本不一致（{ $command }）。未作任何更改，请重新安装程序。
failure-bad-request = 程序无法读取本页提交的内容（{ $command }：{ $reason }）。未作任何更改。
failure-no-workspace = 尚未打开工作区。请先打开再操作。
failure-not-found = 该{ $noun }已不存在，页面已更新。
failure-wrong-key =
    { $tried ->
        [recovery_key] 该恢复密钥无法打开 { $path }。它属于其他工作区，或已因更换口令或密钥而作废，请使用最新的恢复单。
        [kept_key] 保存的密钥无法打开 { $path }。请输入当时的口令，或使用其恢复密钥。
       *[passphrase] 口令无法打开 { $path }。请检查输入法和大写锁定，或使用恢复密钥。
    }
failure-recovery-key-mistyped =
    { $problem ->
        [length] 恢复密钥共 { $wanted } 个字母和数字，实际输入了 { $characters } 个。请对照恢复单逐组核对。
        [symbol] 第 { $group } 组含有恢复密钥中不会出现的字符：只有数字和除 U 以外的字母。请对照恢复单核对。
       *[check] 这不是有效的恢复密钥：至少有一个字符输错。请对照恢复单逐组核对。
    }
failure-not-in-keychain = 钥匙串中没有 { $path } 的密钥。请输入口令。
failure-no-keychain = 无法访问本机钥匙串。请输入口令，其他功能不受影响。
failure-passphrase-too-short = 口令至少需要 { $minimum } 个字符。用一句话作口令更容易记住。
failure-weak-passphrase =
    { $weakness ->
        [control] { passphrase-weak-control }
        [repeated] { passphrase-weak-repeated }
        [sequence] { passphrase-weak-sequence }
        [keyboard] { passphrase-weak-keyboard }
        [common] { passphrase-weak-common }
        [name] { passphrase-weak-name }
        [date] { passphrase-weak-date }
        [digits] { passphrase-weak-digits }
       *[guessable] { passphrase-weak-guessable }
    }
failure-in-use = { $path } 已在另一个合符窗口中打开。请先在那里关闭。
failure-already-there = { $path } 已有文件，未覆盖。请换一个名称。
failure-no-file = { $path } 处没有文件。
failure-not-a-plain-file = { $path } 不是可读取的普通文件（是文件夹、管道或设备）。未读取也未更改任何内容，请选择文件本身。
failure-file-too-large = { $path } 超过 { $megabytes } MB，超出合符可读取的大小。未读取也未更改任何内容，请确认所选文件是否正确。
failure-not-a-workspace = { $path } 不是合符工作区，文件保持原样。
failure-newer-workspace = { $path } 由更新版本的合符创建（格式 { $format }，本程序支持到 { $known }）。文件保持原样，请更新合符后再打开。
failure-damaged =
    { $backup ->
        [none] { $path } 已损坏，原文件保留为 { $aside }。旁边没有备份。
       *[other] { $path } 已损坏，原文件保留为 { $aside }。最近的完好备份是 { $backup }，可在“工作区”中恢复。
    }
failure-page-damaged =
    { $backup ->
        [none] { $path } 有一页已损坏，无法读取。未作任何更改，也未覆盖任何备份。旁边没有完好的备份：请先复制该文件，再做其他操作。
       *[other] { $path } 有一页已损坏，无法读取。未作任何更改，也未覆盖任何备份。最近的完好备份是 { $backup }，可在“工作区”中恢复。
    }
failure-log-set-aside =
    { $state ->
        [whole] { $path } 已不是上次编辑的文件，是其他程序放在这里的。此前写入的内容已完整保留为 { $kept }，两者没有混在一起。要看现有版本，请再次打开 { $path }；要看您的版本，请打开 { $kept }。
       *[log_alone] { $path } 已不是上次编辑的文件，是其他程序放在这里的。此前写在原文件之上的内容保留为 { $kept }，没有混入现有文件。再次打开即为现有版本；要取回您的版本，请从同步软件的历史版本中取出原文件，命名为 { $kept } 去掉“-wal”的名称，再打开它。
    }
failure-log-damaged = { $path } 旁边的日志已损坏，最后几步操作无法读取。此前的内容都在，整个日志保留为 { $kept }。请再次打开，并在日志中查看最后一步是哪一步。
failure-replaced =
    { $state ->
        [whole] { $path } 打开期间被其他程序移走、替换或改动，此后未再写入。本窗口已写入的内容完整保留为 { $kept }。要看另一版本，请打开 { $path }；要看您的版本，请打开 { $kept }。
        [log_alone] { $path } 打开期间被其他程序改动，此后未再写入。本窗口已写入的内容保留为 { $kept }：把原文件放在它旁边，命名为去掉“-wal”的同名，即可一并打开。要看现有版本，请打开 { $path }。
       *[none] { $path } 打开期间被其他程序移走、替换或改动，此后未再写入，已写入的内容没有丢失。
    }
failure-several-names = { $path } 在另一个文件夹中还有一个名称（硬链接），而这个磁盘无法记录正在使用哪一个。未打开：请删去其中一个名称，或复制一份再打开。
failure-read-only = { $path } 无法写入，原有内容保持不变。请换一个文件夹，或申请写入权限。
failure-unusable-path =
    { $problem ->
        [blank] 尚未选择文件，未作任何更改。请选择一个文件。
        [name_too_long] { $path } 的名称过长，未写入。请换一个较短的名称。
        [bad_name] { $path } 的名称含有不允许的字符，未写入。请换一个名称。
        [link] { $path } 是指向别处的链接。链接及其指向的内容均保持原样，请直接选择实际位置。
        [special] { $path } 是设备或管道，不是文件，已保持原样。请选择一个文件。
        [folder] { $path } 是文件夹，已保持原样。请选择其中的文件。
        [workspace] { $path } 是工作区、备份或其组成部分，已保持原样。请换一个名称。
        [other_kind] { $path } 处是另一类文件，已保持原样。请换一个名称。
        [no_folder] { $path } 所在的文件夹不存在，未写入。请换一个文件夹。
        [not_a_folder] { $path } 的上级不是文件夹，未写入。请换一个文件夹。
        [write_protected] { $path } 设为只读，已保持原样。请换一个名称，或取消只读。
        [read_only_disk] { $path } 所在磁盘为只读，未写入。请选择其他磁盘。
        [too_large] 要写入 { $path } 的内容超出该磁盘允许的文件大小，未写入。请选择其他磁盘。
        [busy] { $path } 正被其他程序使用，已保持原样。请先在该程序中关闭，再重试。
       *[out_of_reach] { $path } 所在磁盘没有响应。此前确认的内容均已保存，请检查连接后重试。
    }
failure-disk-full = { $path } 所在磁盘已满。此前确认的内容均已保存，请腾出空间后重试。
failure-not-an-update = { $path } 不是合符的更新文件，未作任何安装。请选择以 .hefu-update 结尾的文件。
failure-update-not-signed = { $path } 与合符发布方签名时不一致，或由他人签名，未作任何安装。请重新索取该文件。
failure-no-release-key = 本程序构建时未带发布密钥，无法信任任何更新，未作任何安装。
failure-update-not-for-this = 版本 { $version } 未安装：它并不比 { $installed } 新，或适用于其他系统或安装包类型。
failure-not-installed = 本程序不是由安装包安装的，未作任何安装。请直接安装安装包。
failure-update-exchanged = 更新文件在交给系统安装程序途中被其他程序改动，未作任何安装。请关闭其他程序后重试。
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
failure-unreadable-bill =
    { $problem ->
        [no_headings] { $path } 中没有 FOCUS、腾讯云、阿里云或华为云账单的表头。未读取任何内容，请选择 CSV 格式的明细账单。
        [too_many_columns] { $path } 的列数超过任何账单。未读取任何内容。
        [record_too_long] { $path } 中有一行没有结束：缺少引号，或不是表格。未读取任何内容。
       *[damaged] { $path } 已损坏，无法解压。未读取任何内容，请重新下载。
    }
failure-unratable =
    { $problem ->
        [out_of_range] 结果超出可精确计算的范围。未作任何更改，请检查用量和单价。
        [not_a_figure] “{ $what }”不是数字。未作任何更改。
        [tiers] 第 { $what } 档未高于前一档。未作任何更改，请检查各档上限。
        [not_positive] “{ $what }”必须大于零。未作任何更改。
        [negative] “{ $what }”不得小于零。未作任何更改。
        [unknown] 价格方案中没有“{ $what }”这一项。未作任何更改。
        [repeated] “{ $what }”重复出现。未作任何更改，请使用不同的名称。
        [currency] 不知道“{ $what }”的最小货币单位。未作任何更改，请填写发票金额的小数位数。
        [coverage] 一天中第 { $what } 分钟没有电价，或有多个电价。未作任何更改，请让各时段恰好覆盖 1440 分钟。
        [misplaced] “{ $what }”不能位于运算顺序的这一位置。未作任何更改。
       *[period] 该期间没有任何一天。未作任何更改，请检查起止日期。
    }
failure-amount-not-in-words = 大写金额最多两位小数，不得为负，且须小于一亿亿元。未作任何更改。
failure-number-taken = 编号 { $number } 已被另一{ $noun }使用。未作任何更改，请换一个编号。
failure-changed-meanwhile = { $noun }“{ $label }”在此期间已被修改：{ $fields }。未保存任何内容，所输入的内容仍在。请先看现有内容，再次保存。
failure-still-used = 仍有其他记录引用，已保留。请先移除引用它的记录。
failure-import-faults = 表格有 { $faults } 处错误，未导入任何内容。
failure-nothing-to-undo = 没有可撤销的操作。
failure-nothing-to-redo = 没有可重做的操作。
failure-changed-since = { $by } 于 { $at } 在此之后又做了“{ $what }”。请先撤销该项操作。
failure-needs-consent =
    { $why ->
        [no_project] “{ $what }”（{ $at }）不属于任何项目。
       *[earlier_sitting] { $project ->
            [none] “{ $what }”（{ $at }）是本次打开工作区之前的操作。
           *[other] “{ $what }”（{ $at }，{ $project }）是本次打开工作区之前的操作。
        }
    }{ $way ->
        [undo] 尚未撤销。如确认撤销，请在 `agreed` 中填写该条目的序号后重试。
       *[redo] 尚未重做。如确认重做，请在 `agreed` 中填写该条目的序号后重试。
    }
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
failure-too-many-signers = { $number } 共有 { $signers } 名签署人，一份文件最多可容 { $most } 个签名，未出具。请减少签署人，或拆成多份文件出具。
failure-issued-for-other = 文件出具时此处的签署人为 { $stated }，现登记为 { $actual }，未签署。请改回姓名，或作废后重新出具。
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
failure-digest-too-short =
    { $given ->
        [0] 请输入 { $number } 页脚所印摘要的至少 { $minimum } 个字符。未作任何更改。
       *[other] 仅 { $given } 个字符，不足以区分 { $number } 的不同版本。请输入副本页脚所印摘要的至少 { $minimum } 个字符。未作任何更改。
    }
failure-clock-behind =
    { $remedy ->
        [set_clock] 本机时钟为 { $now }，但“{ $what }”记录于 { $at }。未执行任何操作，否则文件将自相矛盾。请校正时钟后重试。
       *[set_or_confirm] 本机时钟为 { $now }，但“{ $what }”记录于 { $at }。未执行任何操作。请校正时钟后重试；如果现在的时钟正确、当时有误，请予以确认。
    }
failure-clock-ahead = 本机时钟为 { $now }，距本工作区最后一条记录（{ $at }）已有 { $days } 天。未执行任何操作。请校正时钟后重试；如果时钟正确，请予以确认。
failure-cancelled = 已停止。未作任何更改。
failure-internal = 程序出错。未作任何更改。（{ $reason }）
failure-no-rule-pack = 规则包“{ $pack }”在 { $day } 没有适用版本，未作判断：没有规则包不等于允许或禁止。
failure-rule-pack-refused = 该规则包无法使用，未作判断。（{ $reason }）
failure-rule-facts-refused = 所给内容无法判断，请更正后重试。（{ $reason }）
failure-unreadable-paste =
    { $problem ->
        [empty] 粘贴的内容没有数据行，未导入任何内容。请连同表头一起复制。
        [too_large] 粘贴的内容过大，无法读取。未导入任何内容，请分批粘贴。
       *[not_a_table] 粘贴的内容不是可读取的表格，未导入任何内容。请从电子表格中连同表头一起复制。
    }
failure-unreadable-table =
    { $problem ->
        [empty] { $path } 没有数据行，未导入任何内容。
        [too_large] { $path } 过大，无法读取。未导入任何内容，请拆分后再试。
        [encoding_in_doubt] 无法确定 { $path } 的字符编码。未导入任何内容，请在预览中选择编码，或将文件另存为 UTF-8。
        [no_such_sheet] { $path } 中没有此名称的工作表。未导入任何内容，请在预览列出的工作表中选择。
        [old_workbook] { $path } 是旧版 Excel 工作簿（XLS）。未导入任何内容，请在电子表格中打开并另存为 XLSX。
        [xml_workbook] { $path } 是 XML 格式的工作簿（Excel 2003）。未导入任何内容，请在电子表格中打开并另存为 XLSX。
        [protected] { $path } 设有密码。未导入任何内容，请另存为无密码的 XLSX。
        [old_document] { $path } 是旧版 Word 文档（DOC）。未导入任何内容，请另存为 DOCX，或将表格复制到工作簿（XLSX）。
        [document] { $path } 是 Word 文档，其中没有可读取的表格。未导入任何内容，请将表格复制到工作簿并另存为 XLSX。
        [binary_workbook] { $path } 是二进制工作簿（XLSB）。未导入任何内容，请另存为 XLSX。
        [open_document] { $path } 是 OpenDocument 文件，其中没有可读取的表格。未导入任何内容，请另存为 XLSX。
        [presentation] { $path } 是演示文稿。未导入任何内容，请将表格复制到工作簿并另存为 XLSX。
        [pdf] { $path } 是 PDF。未导入任何内容，请索取工作簿（XLSX）形式的表格。
        [numbers] { $path } 是 Apple 的 Numbers、Pages 或 Keynote 文件。未导入任何内容，请导出为 XLSX。
        [image] { $path } 是图片。未导入任何内容，请索取工作簿（XLSX）形式的表格。
        [web_page] { $path } 实际是网页，与文件名无关。未导入任何内容，请在电子表格中打开并另存为 XLSX。
        [rich_text] { $path } 是 RTF 文档。未导入任何内容，请另存为 DOCX，或将表格复制到工作簿（XLSX）。
        [archive] { $path } 是压缩包。未导入任何内容，请解压后选择其中的工作簿（XLSX）。
        [undecodable] { $path } 的字符编码无法识别。未导入任何内容，请另存为 UTF-8。
        [damaged] { $path } 已损坏，未导入任何内容。
       *[not_a_table] { $path } 不是可读取的表格。未导入任何内容，请使用 XLSX 或 CSV。
    }
failure-evidence-changed = { $path } 与记录的摘要不符，已不是原文件。记录保持原样。
failure-conclusion-not-admissible = { $number } 的判定和遗留问题不允许此结论。未作任何更改。
failure-already-signed = { $number } 此处已签署。未作任何更改。
failure-signature-refused = { $number } 已被拒签。如需再签，请出具新版。
failure-plan-cycle = 以下任务循环等待：{ $tasks }。未进行计算，请去掉其中一条依赖关系。
failure-plan-unknown-name =
    { $noun ->
        [calendar] { $at } 引用了计划中不存在的日历“{ $name }”，未进行计算。
        [resource] { $at } 引用了计划中不存在的资源“{ $name }”，未进行计算。
       *[task] { $at } 引用了计划中不存在的任务“{ $name }”，未进行计算。
    }
failure-plan-name-twice = 计划中有两项名称同为“{ $name }”。未进行计算，请改名。
failure-plan-impossible =
    { $problem ->
        [date_out_of_reach] { $name } 的日期（或计算结果）早于 1900 年或晚于 2999 年，未进行计算。
        [date_missing] { $name } 的约束缺少日期，未进行计算。
        [duration] { $name } 的工期小于零或过长，未进行计算。
        [lag] { $name } 的延隔时间过长，未进行计算。
        [share] { $name } 的比例或数量超出范围，未进行计算。
        [estimate] { $name } 的估算未按乐观、最可能、悲观的顺序排列，未进行计算。
        [finish_before_start] { $name } 的完成早于开始，未进行计算。
        [hours] { $name } 的工作时间重叠、先止后起或没有工作时间，未进行计算。
        [relation_to_summary] { $name } 是摘要任务，依赖关系只能约束其开始。未进行计算。
        [its_own_parent] { $name } 在分解结构中位于自身之上，未进行计算。
        [day_length] 每个工作日应为 1 至 1440 分钟，未进行计算。
        [currency] 计划有费用但没有币种，未进行计算。
        [runs] 模拟次数或线程数超出范围，未进行计算。
       *[too_large] 计划过大，无法一次计算（{ $name }）。
    }

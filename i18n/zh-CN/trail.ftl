# 日志的一条审计链：页面筛选、签名导出文件，以及对该文件的核验结果。
journal-trail-exported = 将审计链“{ $name }”导出为 { $file }
journal-workspace-trail-exported = 将工作区审计链导出为 { $file }

# 筛选。
trail-filter = 筛选
trail-filter-who = 人员
trail-filter-noun = 涉及
trail-filter-from = 起
trail-filter-until = 止
trail-filter-zone = 按 UTC{ $zone } 计日
trail-filter-clear = 清除筛选
trail-filter-nothing = 没有符合筛选的记录
trail-filter-nothing-hint = 请放宽条件，或清除筛选以查看整条链。
trail-filter-any = 不限

# 导出。
trail-export = 签名导出
trail-export-title = 签名导出此审计链
trail-export-hint = 一份文件，含每条记录封存时的原文；无需本工作区，即可用 hefu-verify 或“{ verify-page-place }”页核验。文件未加密，载有操作人姓名。
trail-export-sign = 签名并导出
trail-export-file-title = 签名审计链保存到何处
trail-export-file-kind = 签名审计链
trail-export-file-name = 审计链
trail-export-done = 已导出 { $entries } 条记录并签名。
trail-export-show = 在“{ verify-page-place }”页查看

# 核验页。
trail-verify-title = 审计链
trail-verify-kind = PDF 或签名审计链
trail-verify-file = 文件
trail-verify-workspace = 工作区
trail-verify-project = 项目
trail-verify-trail = 审计链
trail-verify-own-chain = 整个工作区
trail-verify-entries = 记录
trail-verify-entries-read = 已读取并相符 { $entries } 条，序号 { $first } 至 { $last }
trail-verify-left = 第 { $seq } 条，删除处现为：
trail-verify-unproven = 其中 { $unproven } 条由旧版程序写入，无法证明所删内容。
trail-verify-erased = 其中 { $erased } 条已按文件所载的删除记录删除个人信息。
trail-verify-exported = 导出
trail-verify-head = 链首
trail-verify-here = 当前工作区
trail-verify-here-here = 此文件的最后一条记录存在于已打开的工作区中。
trail-verify-here-other-history = 已打开的工作区有此审计链，但没有此文件的最后一条记录：链被截断或重写，或文件属于另一工作区。
trail-verify-here-other-workspace = 已打开的工作区没有此审计链：文件属于另一工作区。
trail-verify-head-stated = 该链首对应此链中的一条记录
trail-verify-head-not-stated = 此链中没有该链首对应的记录
trail-verify-head-other-trail = 该链首属于另一条审计链

# 小程序。
trail-told = 审计链：{ $title }（{ $trail }）
trail-told-workspace = 工作区：{ $name }（{ $id }）
trail-told-project = 项目：{ $number } { $title }
trail-told-exported = 由 { $name } 导出于 { $time }
trail-told-entries = 相符的记录：{ $entries } 条，序号 { $first } 至 { $last }
trail-told-erased = 其中已删除个人信息的记录：{ $erased } 条
trail-told-left = 第 { $seq } 条，删除处现为：{ $text }
trail-told-unproven = 其中由旧版程序写入、无法证明所删内容的记录：{ $unproven } 条
trail-told-head = 链首：{ $head }
trail-told-head-stated = 日志：您给出的链首对应此链中的一条记录。
trail-told-head-not-stated = 日志：此链中没有您给出的链首对应的记录。最后一条：{ $heads }
trail-told-head-other = 日志：您给出的链首属于另一条审计链。此文件：{ $heads }
trail-told-paper-stated = 文件与审计链相符：文件所载链首对应链中的一条记录。
trail-told-paper-not-stated = 文件与审计链不符：链中没有文件所载链首对应的记录。
trail-told-paper-none = 文件未载明此审计链的链首。
trail-told-not-one = { $path } 不是日志的审计链。

verify-change-trail-form = 第 { $line } 行不是审计链文件应有的写法。
verify-change-entry-changed = 第 { $seq } 条记录或其所附内容被更改。
verify-change-entry-missing = 缺少第 { $seq } 条记录。
verify-change-time-went-back = 时钟曾回拨 { $times } 次，最早在第 { $seq } 条：日期为 { $at }，而前一条为 { $before }。先后次序可靠，日期以当时电脑的时钟为准。
verify-change-entry-out-of-place = 第 { $seq } 条记录位置不符，或属于另一条链或另一段历史。
verify-change-trail-head = 最后一条记录与文件所载链首不符：所载为 { $stated }，实为 { $actual }。

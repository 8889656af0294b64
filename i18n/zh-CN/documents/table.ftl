# 表格文件的固定用语。

document-table-noun = 表
document-table-empty = 未列内容。
document-table-trace-title = 需求跟踪矩阵
document-table-trace-requirement = 需求
document-table-trace-source = 来源
document-table-trace-deliverables = 交付物
document-table-trace-criteria = 验收标准
document-table-trace-result = 结果
document-table-trace-passed =
    { $total ->
        [0] 无验收标准
       *[other] { $total } 项中通过 { $passed } 项
    }

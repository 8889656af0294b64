# 单条记录的打印页。
document-record-sheet-printed = { $date }打印
document-record-sheet-page = 第 { $page } 页，共 { $pages } 页

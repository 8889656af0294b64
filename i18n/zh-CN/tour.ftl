# 边做边学：六件真正动手的小事。
tour-title = 上手导览
tour-hint = 六件小事，自己动手，随时可停。建议在示例中进行，改坏也无妨。
tour-was-done = 已全部完成。
tour-begin = 开始导览
tour-again = 再来一遍
tour-leave = 退出导览
tour-place = 第 { $step } 步，共 { $steps } 步
tour-mark = 打开一个项目，进入“{ app-section-acceptance }”，选中一条验收标准，按 1、2、3 或 4 标记结论，留意上方的统计随之变化。
tour-undo = 撤销刚才的标记：按 Ctrl Z，或点底部提示中的“{ app-undo }”。
tour-report = 进入“{ app-section-documents }”，打开验收报告，选择“{ document-view-preview }”：这就是将要签署的版面。
tour-both = 换一种读法：在右上角切换语言。
tour-find = 按 { $key }，输入 ys、验收，或一个拼错的英文单词。
tour-journal = 打开项目的“{ app-section-journal }”：刚才做的每一步都记录在内。
tour-all-done = 导览到此结束。其余内容见手册（F1）；示例可随意试用。

# 双语文本的两侧。
text-state-reviewed = 中英文均已核对
text-state-draft = 草稿：中英文尚未互相核对
text-state-zh-behind = 中文待更新
text-state-en-behind = 英文待更新
text-state-missing = 尚未填写
text-missing = 尚未填写
text-review = 确认中英文一致

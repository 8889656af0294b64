# 已输入未保存的内容：输入时即保留，再次打开时提供恢复。
draft-kept = { $at } 输入，尚未保存
draft-restore = 恢复
draft-discard = 丢弃
draft-list = 已输入未保存
draft-list-hint = 保存在本工作区的加密文件中，不属于正式记录。
draft-discard-all = 全部丢弃
draft-list-count = { $count } 份草稿，最近一份输入于 { $at }
noun-draft = 草稿
field-place = 位置

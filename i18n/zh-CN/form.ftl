# 表单底部。
form-missing = 待填写：{ $fields }
form-unread = 无法识别：{ $fields }

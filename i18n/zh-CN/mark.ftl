# 验收标准的判定。
mark-passed = 通过
mark-passed-with-remark = 通过（有保留意见）
mark-remark = 有保留
mark-failed = 不通过
mark-not-tested = 未测试
tally-passed = { $count } 项通过
tally-remark = { $count } 项有保留
tally-failed = { $count } 项不通过
tally-not-tested = { $count } 项未测试

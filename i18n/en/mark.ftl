# Marks of acceptance criteria.
mark-passed = Passed
mark-passed-with-remark = Passed with remark
mark-remark = Remark
mark-failed = Failed
mark-not-tested = Not tested
tally-passed = { $count } passed
tally-remark = { $count } remark
tally-failed = { $count } failed
tally-not-tested = { $count } not tested

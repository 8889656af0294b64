# 一次处理多条记录：勾选与批量操作。
many-choose-all = 选中当前显示的全部
many-choose-one = 选中 { $label }
many-chosen = 已选 { $count } 项
many-clear = 取消选择
many-acts = 对所选各项一次处理
many-remark = 统一填写的意见
many-remark-hint = 写入所选每项标准的验收结果。
many-mark-with-remark = 按此意见标记
many-set-priority = 优先级
many-set-stack = 云栈
many-set-due = 应交日期
many-set-handed-over = 移交日期
many-set-organisation = 交付方
many-set-chapter = 章节
many-set-method = 验收方式
many-set-owner = 责任人
many-set-blocking = 是否影响验收
many-set-closed = 关闭日期
many-set-party = 所属单位
many-set-language = 语言
many-set-kind = 类别
many-set-calendar = 日历
many-set-jurisdiction = 法域
many-confirm-links = 确认关联
many-take-away = 留空
journal-many-edited =
    批量修改 { $noun ->
        [requirement] { $count } 项需求
        [deliverable] { $count } 项交付物
        [criterion] { $count } 项验收标准
        [open_issue] { $count } 项遗留问题
        [person] { $count } 名人员
       *[organisation] { $count } 个单位
    }：{ $field ->
        [priority] 优先级
        [stack] 云栈
        [due] 期限
        [handed_over] 移交日期
        [organisation] 所属单位
        [chapter] 章节
        [method] 验收方式
        [owner] 责任人
        [blocking] 是否影响验收
        [closed] 关闭日期
        [language] 语言
        [kind] 类别
        [calendar] 日历
       *[jurisdiction] 法域
    }
journal-many-removed =
    批量移除 { $noun ->
        [requirement] { $count } 项需求
        [deliverable] { $count } 项交付物
        [criterion] { $count } 项验收标准
       *[person] { $count } 名人员
    }
journal-links-confirmed = 确认 { $count } 处关联
journal-criteria-marked =
    { $mark ->
        [passed] 将 { $count } 项标准标记为通过
        [passed_with_remark] 将 { $count } 项标准标记为通过（有保留意见）
        [failed] 将 { $count } 项标准标记为不通过
       *[not_tested] 将 { $count } 项标准标记为未测试
    }
failure-one-of-many = 所选各项均未改动：{ $label }（{ $noun }）无法处理。{ $because }

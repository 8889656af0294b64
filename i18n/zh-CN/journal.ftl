# 审计日志：每项操作一句话，以及日志页。
journal-workspace-created = 创建工作区
journal-sample-made = 生成示例工作区
journal-format-raised = 将文件由格式 { $from } 升级至格式 { $to }
journal-passphrase-changed = 更换口令
journal-recovery-key-changed = 更换恢复密钥
journal-update-handed-over = 将合符从 { $from } 到 { $to } 的更新交由系统安装
journal-backup-made = 备份为 { $file }
journal-backup-rehearsed = 恢复演练 { $file }：{ $entries } 条日志，验证通过
journal-rehearsal-failed =
    { $fault ->
        [unreadable] 恢复演练 { $file }：文件已损坏
        [chain] 恢复演练 { $file }：日志验证未通过
        [file] 恢复演练 { $file }：留存文件已被改动
       *[diverged] 恢复演练 { $file }：不属于本工作区的历史
    }
journal-workspace-exported = 将全部内容导出到 { $folder }
journal-clock-confirmed = 确认本机时钟正确；此前最晚的记录为 { $latest }
journal-actor-saved = 登记了当前使用人：{ $name }
journal-project-added = 新增项目 { $number }
journal-project-edited = 修改项目 { $number }
journal-stage-set = 设置 { $number } 的阶段“{ $name }”
journal-contract-saved = 修改合同 { $number }
journal-payment-milestone-saved = 修改付款节点“{ $name }”
journal-organisation-added = 新增单位 { $name }
journal-organisation-edited = 修改单位 { $name }
journal-vendor-profile-saved = 保存了乙方资料：{ $name }
journal-vendor-logo-set = 设置了乙方标识：{ $file }
journal-vendor-logo-removed = 移除了乙方标识 { $file }
journal-person-added = 新增人员 { $name }
journal-person-edited = 修改人员 { $name }
journal-person-removed = 移除人员 { $name }
journal-person-erased = 删除 { $label } 的个人信息，涉及 { $entries } 条日志：{ $reason }
journal-requirement-added = 新增需求 { $number }
journal-requirement-edited = 修改需求 { $number }
journal-requirement-removed = 移除需求 { $number }
journal-deliverable-added = 新增交付物 { $number }
journal-deliverable-edited = 修改交付物 { $number }
journal-deliverable-removed = 移除交付物 { $number }
journal-chapter-added = 新增章节“{ $name }”
journal-chapter-edited = 修改章节“{ $name }”
journal-criterion-added = 新增验收标准 { $number }
journal-criterion-edited = 修改验收标准 { $number }
journal-criterion-removed = 移除验收标准 { $number }
journal-link-made = 关联 { $from } 与 { $to }
journal-link-removed = 解除 { $from } 与 { $to } 的关联
journal-link-confirmed = 确认 { $from } 与 { $to } 的关联
journal-requirements-imported = 导入需求：新增 { $added } 条，更改 { $changed } 条
journal-criteria-imported = 导入验收标准：新增 { $added } 条，更改 { $changed } 条
journal-deliverables-imported = 导入交付物：新增 { $added } 条，更改 { $changed } 条
journal-case-imported = 导入验收表（需求、交付物、标准）：新增 { $added } 条，更改 { $changed } 条
journal-round-added = 新增验收轮次 { $number }
journal-round-edited = 修改验收轮次 { $number }
journal-criterion-marked =
    { $mark ->
        [passed] 将 { $number } 判为通过
        [passed_with_remark] 将 { $number } 判为通过（有保留意见）
        [failed] 将 { $number } 判为不通过
       *[not_tested] 将 { $number } 记为未测试
    }
journal-round-concluded =
    { $conclusion ->
        [passed] { $number } 结论：通过
        [conditional] { $number } 结论：有条件通过
        [reinspection] { $number } 结论：整改后复验
       *[failed] { $number } 结论：不通过
    }
journal-conclusion-taken-back = 收回 { $number } 的结论
journal-presenter-note-saved = 修改 { $number } 的演示备注
journal-open-issue-added = 新增遗留问题 { $number }
journal-open-issue-edited = 修改遗留问题 { $number }
journal-evidence-attached = 添加佐证材料 { $number }：{ $file }
journal-evidence-removed = 移除佐证材料 { $number }（{ $file }）
journal-evidence-exported = 导出佐证材料 { $number } 为 { $file }
journal-matrix-exported = 导出需求跟踪矩阵为 { $file }
journal-text-reviewed = 确认{ $label }中英文一致
journal-document-created = 新建文件 { $number }
journal-document-edited = 修改文件 { $number }
journal-section-saved = 修改 { $number } 的段落
journal-section-removed = 移除 { $number } 的段落
journal-signature-waived =
    { $party ->
        [vendor] 在 { $number } 中注明乙方不签署的原因
        [client] 在 { $number } 中注明甲方不签署的原因
       *[supervisor] 在 { $number } 中注明监理单位不签署的原因
    }
journal-waiver-taken-back =
    { $party ->
        [vendor] 撤回 { $number } 中的乙方不签署说明
        [client] 撤回 { $number } 中的甲方不签署说明
       *[supervisor] 撤回 { $number } 中的监理单位不签署说明
    }
journal-signer-saved = 修改 { $number } 的签署人
journal-signer-removed = 移除 { $number } 的签署人
journal-document-submitted = 提交 { $number } 审阅
journal-document-returned = 退回 { $number }：{ $reason }
journal-document-issued = 出具 { $number } 第 { $version } 版
journal-document-signed = { $name } 签署 { $number }
journal-signature-refused = { $name } 拒签 { $number }：{ $reason }
journal-signed-copy-attached = 收回 { $name } 纸质签署的 { $number }
journal-document-superseded = 以新版替代 { $number }
journal-document-voided = 作废 { $number }：{ $reason }
journal-document-exported = 导出 { $number } 为 { $file }
journal-undone = 撤销：{ $what }
journal-redone = 重做：{ $what }

# 页面。
journal-page-title = 审计日志
journal-page-intro = 所有操作按序记录，每一条由前一条封存。
journal-page-trail = 审计链
journal-page-trail-workspace = 整个工作区
journal-page-column-seq = 序号
journal-page-column-when = 时间
journal-page-column-who = 人员
journal-page-column-act = 操作
journal-page-column-hash = 摘要
journal-page-column-standing = 状态
journal-page-standing-stands = 有效
journal-page-standing-undone = 已撤销
journal-page-standing-reversal = 撤销操作
journal-page-standing-final = 不可撤销
journal-page-entries-count = { $count } 条记录
journal-page-older = 显示更早的记录
journal-page-verify = 校验链条
journal-page-verify-head = 备份或已签文件中的链首
journal-page-verify-head-hint = 可选：链名、序号、摘要一行。可发现被截断的尾部。
journal-page-whole = 链条完整：{ $trails } 条链，共 { $entries } 条记录。
journal-page-went-back = 时钟曾回拨 { $times } 次，最早在第 { $seq } 条：日期为 { $at }，而前一条为 { $before }。先后次序可靠，日期以当时电脑的时钟为准。
journal-page-erased = 其中 { $erased } 条已按日志记录删除个人信息。
journal-page-broken =
    { $fault ->
        [changed] 链 { $trail } 第 { $seq } 条断裂：内容被更改。
        [missing] 链 { $trail } 第 { $seq } 条断裂：缺少记录。
        [out_of_place] 链 { $trail } 第 { $seq } 条断裂：位置不符。
       *[not_in_workspace_chain] 链 { $trail } 第 { $seq } 条断裂：工作区链中没有此条。
    }
journal-page-record =
    { $fault ->
        [changed] 链条完整，但{ $noun }“{ $label }”与日志所记不符。
        [missing] 链条完整，但{ $noun }“{ $label }”已不存在，且无删除记录。
       *[added] 链条完整，但{ $noun }“{ $label }”在日志中无新增记录。
    }
journal-page-left-texts = 删除个人信息后留存的文字
journal-page-left-text = 第 { $seq } 条
journal-page-left-nothing = （已清空）
journal-page-head-missing = 各链自洽，但其中没有所给链首：记录被截断或全部重写。
journal-page-head = 链首
journal-page-copy-head = 复制链首
journal-page-nothing = 尚无记录
journal-page-nothing-hint = 本工作区的第一项操作将记录在此。
journal-page-undo-next = 撤销：{ $sentence }
journal-page-redo-next = 重做：{ $sentence }
journal-page-undo-this = 撤销此操作
journal-page-undid = 已撤销：{ $sentence }
journal-page-redid = 已重做：{ $sentence }
journal-page-newest = 最新记录
journal-page-trail-project = 本项目
journal-page-changes = 更改内容
journal-page-changes-none = 未改动任何记录，仅记下此操作。
journal-page-change-added = 新增
journal-page-change-changed = 修改
journal-page-change-removed = 删除
journal-page-reviewed = 已确认中英文一致
journal-page-changed-again = 此后又有更改，请先撤销后来的更改。

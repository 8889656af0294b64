# 遗留问题清单的固定用语；其余内容均来自记录。

document-open-issue-list-name = 遗留问题清单
document-open-issue-list-noun = 清单
document-open-issue-list-section-issues = 遗留问题
document-open-issue-list-tally =
    { $total ->
        [0] 未记录遗留问题。
       *[other] 共 { $total } 项：未关闭 { $open } 项，其中影响验收 { $blocking } 项；已关闭 { $closed } 项。
    }
document-open-issue-list-column-issue = 遗留问题
document-open-issue-list-column-criterion = 轮次与标准
document-open-issue-list-column-owner = 责任人
document-open-issue-list-column-due = 期限
document-open-issue-list-column-effect = 对验收
document-open-issue-list-column-state = 状态
document-open-issue-list-blocks = 影响验收
document-open-issue-list-does-not-block = 不影响验收
document-open-issue-list-open = 未关闭
document-open-issue-list-closed = 已关闭

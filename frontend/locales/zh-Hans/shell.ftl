### 登录后页面的框架。

skip = 跳到内容
home = { $name }，我的安全
main = 主菜单

security = 我的安全
account = 我的账户
help = 帮助
overview = 概览
users = 用户
roles = 角色
api-keys = API 密钥
branding = 品牌展示
policy = 策略
single-sign-on = SSO
audit-log = 审计日志
webhooks = Webhook
organizations = 组织
more = 更多

find = 全局搜索
shortcuts = 键盘快捷键
support = 帮助：{ $contact }

sign-out = 退出登录
sign-out-both = 在此处和 { $provider } 均退出登录

acting = 正在管理的组织
    .shown = 您正在管理 <name>{ $organization }</name>。
    .spoken = 您正在管理 { $organization }。
    .back = 返回 { $organization }
    .back-home = 返回您的组织
    .returned = 您已回到自己的组织。
    .lost = 您不能再管理 { $organization }，因此已回到自己的组织。您最后在那里所做的更改可能未保存。
    .ok = 知道了
reach =
    .own = 此页面与您自己的账户有关。
    .all = 此页面与所有组织有关。
    .recorded = 您在此处的操作会记入该组织的审计日志。

notices = 通知
account_frozen = 您的账户已被冻结：有人收到相关邮件后表示不是本人操作。在管理员解除冻结之前，无法更改任何内容。<link>查看最近的活动</link>。
set_up_two_factor = 您的账户尚未设置双重验证。请<link>设置双重验证</link>。
    .by = 您的账户尚未设置双重验证。请在 <deadline/> 之前<link>设置双重验证</link>。
set_up_other_factor = 您的组织不再接受您现有的双重验证方式。请<link>设置另一种</link>。
    .by = 您的组织不再接受您现有的双重验证方式。请在 <deadline/> 之前<link>设置另一种</link>。
renew_authenticator = 某个验证器需要更新。请<link>更换新的验证器</link>；在此之前它仍然有效。
recovery_codes_low = 您还剩 { $remaining } 个恢复代码。请<link>生成新的恢复代码</link>。

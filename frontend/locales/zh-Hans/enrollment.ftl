### 设置双重验证。

step =
    .choice = 请选择双重验证方式
    .passkey = 创建通行密钥
    .app = 安装验证器应用
    .connect = 关联您的应用
    .codes = 保存您的恢复代码
    .done = 全部完成
count = 第 { $current } 步
    .of = 第 { $current } 步，共 { $total } 步

back = 返回
cancel = 取消

choice = 登录时，它会确认是您本人，因此仅凭被盗的密码无法登录。
    .later = 您以后可以再添加另一种。
passkey = 通行密钥
    .meaning = 您的指纹、面容或屏幕锁定。无需输入，任何假冒页面都无法从您这里骗走它。
totp = 验证器应用
    .meaning = 手机上的应用会显示验证码，由您输入。适用于任何设备。

passkey-about = 通行密钥就是您的指纹、面容或屏幕锁定，可以在此设备上，也可以在您的手机上。插入式安全密钥也可以。您的指纹和面容只保存在设备上：其他人无法获取，我们也不能。
name = 名称
    .passkey = 便于您区分各个通行密钥。
    .authenticator = 便于您区分各个验证器。
    .usual = 手机
make-passkey = 创建通行密钥
follow-device = 现在请按照浏览器或设备的提示操作。
passkey-not-made = 未创建通行密钥：操作已取消或超时，或者您的设备无法创建。您可以重试。

app-about = 手机上的验证器应用每 30 秒显示一个新的验证码。登录时，请在输入密码之后输入它，这样仅凭被盗的密码无法登录。
app-which = 以下任意一款都可以，许多密码管理器也具备此功能：
app-both = Google Authenticator 或 Microsoft Authenticator
app-phones = Aegis（Android）或 Apple“密码”（iPhone）
app-managers = 1Password 或 Bitwarden
have-app = 我已有应用

scan = 在您的应用中选择添加账户，然后将摄像头对准此二维码。
    .alt = 供验证器应用扫描的二维码
    .key = 无法扫描？显示设置密钥
here = 如果验证器应用就在此设备上，请用按钮打开它。如果没有打开任何应用，请在应用中选择输入设置密钥，然后粘贴此密钥。
    .open = 打开验证器应用
    .scan = 应用在其他设备上？显示二维码

enter = 请输入应用当前显示的{ $digits ->
    [6] 六位验证码
    [8] 八位验证码
   *[other] 验证码
}。
turn-on = 开启

clock =
    .behind = 您手机的时钟慢了大约 { $size }。请在手机设置中开启自动设置日期和时间，然后输入下一个验证码。
    .ahead = 您手机的时钟快了大约 { $size }。请在手机设置中开启自动设置日期和时间，然后输入下一个验证码。
lapsed = 此次设置已失效：耗时过长，或已被另一次设置取代。请重新开始。
reset = 您的双重验证已被重置，因此只有在登录时输入管理员提供的代码之后，才能设置新的双重验证。
added =
    .passkey = 已添加通行密钥。
    .totp = 已添加验证器。
    .replaced = 已更换验证器：旧验证器的验证码不再有效。
    .unseen = 双重验证已开启，但恢复代码未能送达。请生成新的恢复代码。

demanded = 从现在起，您的组织要求双重验证。设置大约需要两分钟。
    .other = 您的组织要求使用与您现有方式不同的双重验证方式。设置大约需要两分钟。
sign-out = 退出登录

asked =
    .password = 您的组织要求双重验证。设置大约需要两分钟。
    .password-by = 您的组织要求在 { $deadline } 之前启用双重验证。设置大约需要两分钟。
    .password-since = 您的组织要求双重验证，可推迟设置的时间已于 { $deadline } 结束。设置大约需要两分钟。
    .right = 您的代码正确。现在请设置新的双重验证，完成后即可登录。如果手机不在身边，请使用通行密钥，或这台设备上的应用。
    .factor = 您的组织要求使用与刚才不同的双重验证方式。设置完成后即可登录。
    .factor-by = 您的组织要求在 { $deadline } 之前启用与刚才不同的双重验证方式。设置完成后即可登录。
    .factor-since = 您的组织要求使用与刚才不同的双重验证方式，可推迟设置的时间已于 { $deadline } 结束。设置完成后即可登录。

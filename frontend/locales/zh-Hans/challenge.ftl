### 第二步：通行密钥或验证码。

title = 请确认是您本人
    .again = 此操作需要再次进行双重验证。之后几分钟内不会再次要求。
whose = 登录账户：<address>{ $email }</address>
verify = 验证
cancel = 取消
back = 返回登录
signing-in = 正在登录

prompt =
    .totp = 请输入验证器应用为此账户显示的{ $digits ->
        [6] 六位验证码
        [8] 八位验证码
       *[any] 验证码
    }。
    .passkey = 请使用您的通行密钥：指纹、面容、屏幕锁定或安全密钥。
    .recoveryCode = 请输入一个恢复代码，即您设置双重验证时保存的代码之一。
    .temporaryPass = 请输入管理员提供给您的代码。随后您将设置新的双重验证。
    .reset = 您的双重验证已被重置。请输入管理员读给您听的代码。

instead =
    .totp = 改用验证器应用中的验证码
    .passkey = 改用通行密钥
    .email = 改用邮件验证码
    .recoveryCode = 改用恢复代码
    .temporaryPass = 使用管理员提供的代码

use-passkey = 使用通行密钥
try-again = 重试
follow-device = 现在请按照浏览器或设备的提示操作。
passkey-refused = 此通行密钥未被接受：它已从您的账户中移除，或者请求已过期。
    .tries = 此通行密钥未被接受：它已从您的账户中移除，或者请求已过期。还可以尝试 { $tries } 次。

recovery-code = 恢复代码
    .description = 六组，每组四个字符。不区分大小写，空格和连字符可有可无。
temporary-pass = 管理员提供的代码
    .description = 四组，每组四个字符。不区分大小写，空格和连字符可有可无。只能使用一次，且有时间限制。

refused = { $what }{ $next }
next =
    .totp = 请等待下一个验证码，并确认您在应用中看的是此账户的条目。
    .totp-again = 请在手机设置中开启自动设置日期和时间，然后输入下一个验证码。
    .email = 请使用最新一封邮件中的验证码：之前的已失效。
    .recoveryCode = 每个恢复代码只能用一次：请使用还没有用过的。
    .temporaryPass = 它只能用一次，并且有时限：管理员可以给您一个新的。
malformed =
    .recoveryCode = 恢复代码不完整：它有六组，每组四个字符。请检查是否漏了字符。
    .temporaryPass = 代码不完整：它有四组，每组四个字符。请检查是否漏了字符。

mail-code = 邮件中的验证码
mail-offer = 我们会向您的邮箱地址发送八位验证码。
mail-send = 发送验证码
mail-underway = 验证码正在发往您的邮箱…
mail-sent = 请输入我们发送至 { $address } 的八位验证码。
mail-again = 没有收到？请同时查看垃圾邮件。<send>重新发送</send>
mail-again-later = 没有收到？请同时查看垃圾邮件。<wait/> 后可以重新发送。
mail-no-more = 暂时不再发送验证码。<wait/> 后可以重新发送。
mail-limited = 验证码发送次数过多，之前邮件中的验证码在此无效。<wait/> 后可以获取下一个。
mail-limited-over = 验证码发送次数过多，之前邮件中的验证码在此无效。<wait/> 后可以获取下一个：届时请重新开始。

trust = 在此浏览器上 { $days } 天内不再询问
    .about = 仅限没有其他人登录的浏览器。您可以在“我的安全”中撤销。

time-to-enter = 剩余输入时间 { $time }
time-to-use = 剩余使用时间 { $time }
throttled = 验证码错误次数过多。<wait/> 后可以重试。
throttled-other-way = 验证码错误次数过多。<wait/> 后可以重试，也可以现在换一种方式。

ended =
    .expired = 此次登录耗时过长。请重新开始。
    .exhausted = 这次也不正确，尝试次数已用完。请重新开始。
renewed =
    .expired = 耗时过长。请重新开始。
    .exhausted = 这次也不正确。如果您使用应用，请等待它显示下一个验证码。
ask-again = 重新确认

blocked = 您的登录已被阻止

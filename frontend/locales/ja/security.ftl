### マイセキュリティ：本人の二要素認証、セッション、最近の出来事。

title = マイセキュリティ

## オン、オフ、または更新が必要

state =
    .notEnabled = 二要素認証はオフです
    .enabled = 二要素認証はオンです
    .expired = 二要素認証はオンですが、更新が必要です
    .suspended = 二要素認証は設定済みですが、使われていません
off =
    .password = パスワードを知った人は誰でも、あなたとしてログインできます。
    .mailbox = パスワードを知った人がログインするには、あなたのメールボックスも必要です。パスキーや認証アプリのほうが安全です。
    .unasked = パスワードを知った人は誰でも、あなたとしてログインできます。現在、組織は誰にも二要素認証を求めていません。前もって設定しておくことができます。
on =
    .since = <since/> からオンです。
    .renew = <since/> からオンです。キーは <renew/> まで有効で、その前にお知らせします。
    .expired = <since/> からオンです。まだ使えますが、下に印のある認証アプリを置き換えてください。
    .unasked = 現在、組織は誰にも二要素認証を求めていません。設定した内容は保持されます。
# $policy is a sentence, with its full stop.
asked = 組織の要件：{ $policy }
set-up = 設定

## 要素の種類ごと

passkeys = パスキー
    .add = パスキーを追加
    .none = パスキーはまだありません。パスキーは、指紋、顔、または画面ロックです。何も入力せずに済み、偽のページに盗まれることもありません。
    .no-new = 現在、組織は新しいパスキーを受け付けていません。
    .most = パスキーは最大 10 個までです。
    .stays-required = 組織が二要素認証を必須としています。唯一のパスキーを削除するには、先に別のパスキーを追加してください。
    .stays-passwordless = 二要素認証をオフにするにはパスワードが必要ですが、ここでは設定されていません。唯一のパスキーを削除するには、先に別のパスキーを追加してください。
# Of one: kept by one device, or synced between several; used already, or not.
passkey =
    .device-used = 1 台のデバイスのみ、追加：<added/>、最終使用：<used/>
    .device-unused = 1 台のデバイスのみ、追加：<added/>、未使用
    .synced-used = デバイス間で同期、追加：<added/>、最終使用：<used/>
    .synced-unused = デバイス間で同期、追加：<added/>、未使用
authenticators = 認証アプリ
    .add = 認証アプリを追加
    .none = 認証アプリは設定されていません。
    .most = 認証アプリは最大 5 個までです。
    .stays-required = 組織が二要素認証を必須としているため、唯一の認証アプリは置き換えることはできますが、削除はできません。
    .stays-passwordless = 二要素認証をオフにするにはパスワードが必要ですが、ここでは設定されていません。そのため、唯一の認証アプリは置き換えることはできますが、削除はできません。
authenticator =
    .unused = 追加：<added/>
    .used = 追加：<added/>、最終使用：<used/>
    .unused-renew = 追加：<added/>、更新期限：<renew/>
    .used-renew = 追加：<added/>、最終使用：<used/>、更新期限：<renew/>
    .old = 更新が必要です。置き換えてください
    .taken-over = 引き継ぎ済み、ここでは未使用

## What can be done with something; the longer words are for those who hear them

replace = 置き換え
    .named = 「{ $name }」の置き換え
rename = 名前を変更
    .named = 「{ $name }」の名前を変更
    .done = 名前を変更しました
remove = 削除
    .named = 「{ $name }」を削除
    .question = 「{ $name }」を削除しますか？
    .keep = 残す
    .done = 「{ $name }」を削除しました
consequence =
    .totp = この認証アプリのコードは、すぐに使えなくなります。ほかの二要素認証の方法とリカバリーコードは、そのまま残ります。
    .passkey = このパスキーは、ここでは使えなくなります。デバイス側でも削除するまで、デバイスには残ります。ほかの二要素認証の方法とリカバリーコードは、そのまま残ります。
only =
    .totp = これは唯一の認証アプリです。単独では削除できません。
    .passkey = これは唯一のパスキーです。単独では削除できません。
sessions-end = ほかのセッションは終了します。

## リカバリーコード

after-recovery = リカバリーコードを使いました。残りは { $all } 個中 { $left } 個です。スマートフォンをなくした場合は、<link>新しいものに置き換え</link>てください。
    .passkey = リカバリーコードを使いました。残りは { $all } 個中 { $left } 個です。パスキーが手元にない場合は、<link>新しく作成</link>してください。
recovery-codes = リカバリーコード
    .new = 新しいコードを作成
    .withdrawn = これらのコードは使えなくなりました。データベースがバックアップから復元され、その後に使用されたものがあるかもしれません。ログインできるうちに、新しいコードを作成してください。
    .none-left = コードは残っていません。ログインできるうちに、新しいコードを作成してください。
    .few-left = コードの残りがわずかです。ログインできるうちに、新しいコードを作成してください。
    .about = { $all } 個中、残り { $left } 個。二要素認証が使えないときに、それぞれ一度だけログインできます。バックアップコードとも呼ばれます。
    .about-made = { $all } 個中、残り { $left } 個（作成：<made/>）。二要素認証が使えないときに、それぞれ一度だけログインできます。バックアップコードとも呼ばれます。
    .unused = 未使用：{ $numbers }
recovery-code =
    .used = <code>コード { $number }</code> 使用：<when/>
    .withdrawn = <code>コード { $number }</code> 無効：<when/>
new-codes = 新しいリカバリーコードの作成
    .text = 新しいコードを作成すると、今あるコードはすぐに使えなくなります。
    .passkey = まず、パスキー（指紋、顔、または画面ロック）で確認してください。
    .use-passkey = パスキーを使う
    .make = 新しいコードを作成
    .cancel = キャンセル
    .refused = このパスキーは受け付けられませんでした。
    .refused-tries = このパスキーは受け付けられませんでした。あと { $tries } 回試せます。
    .save = リカバリーコードを保存してください
    .done = 新しいリカバリーコードを作成しました。以前のコードは使えません。
instead =
    .passkey = パスキーを使う
    .totp = 認証アプリのコードを使う

## メールのコード

email-codes = ログイン時のメールのコード
    .switch = メールのコードを求める
    .on = メールのコードはオンです
    .off = メールのコードはオフです
    .free = パスワードの後に、<address>{ $email }</address> に送られるコードを入力します。パスワードだけより安全ですが、パスキーや認証アプリはさらに安全です。
    .unverified = 二要素認証がない間は、パスワードだけより安全です。まず<link>マイアカウント</link>で、<address>{ $email }</address> がご自身のアドレスであることを確認してください。
    .passwordByMail = パスワードはお送りしたメールのリンクから設定されたため、同じメールボックスに届くコードでは、それ以上の証明になりません。まず<link>マイアカウント</link>で、別のパスワードを設定してください。
    .superseded = 二要素認証が設定されています。ログイン時にはそれが求められ、コードはメールで送られません。
    .administrator = 管理者は使えません。メールを読める人が、管理者としてログインできてはならないためです。代わりに二要素認証を設定してください。
    .forbidden = 組織ではメールのコードを使用していません。代わりに二要素認証を設定してください。
    .nobodyIsAsked = 現在、組織は誰にもコードを求めておらず、メールでも送っていません。

## ブラウザーとセッション

trusted-browsers = 信頼済みブラウザー
    .none = なし。ログインのたびに二要素認証が求められます。
    .about = 記載の日まで、ここではパスワードだけでログインできます。
    .removed = 信頼を解除しました
    .this = このブラウザー
    .remove-this = 「{ $device }」（このブラウザー）を削除
    .used = 最終使用：<used/>、有効期限：<until/>
    .used-at = { $address }、最終使用：<used/>、有効期限：<until/>
sessions = ログイン中の場所
    .end-others = ほかをすべて終了
    .ended = 終了しました
    .this = このデバイス
    .end = 終了
    .end-of = { $device } のセッションを終了
# $from is a list of an address, and of how somebody signed in, which comes next.
session = { $from }、ログイン：<since/>、最終アクセス：<seen/>
    .password = パスワード
    .email = メールのコード
    .factor = 二要素認証
    .passkey = パスキーのみ
    .sso = シングルサインオン
    .sso-factor = シングルサインオンと二要素認証
activity = 最近のアクティビティ
    .none = アクティビティはまだありません。
    .refused = 拒否

## Turning it off, or deleting it where nobody is asked for it

turn-off = 二要素認証をオフにする
    .text = パスワードだけでログインできるようになります。この操作には、パスワードと二要素認証が必要です。
    .begin = オフにする…
    .question = 二要素認証をオフにしますか？
    .keep = オンのままにする
    .do = オフにする
    .opens = パスワードだけでログインできるようになります。
delete = 設定した内容の削除
    .text = 認証アプリ、パスキー、リカバリーコードが失われます。組織が再び求めるようになっても、元には戻りません。この操作には、パスワードと二要素認証が必要です。
    .begin = 削除…
    .question = 設定した内容を削除しますか？
    .keep = 残す
    .do = 削除
gone = 認証アプリ、パスキー、リカバリーコードが削除され、元に戻すことはできません。
stays-required = 組織が二要素認証を必須としているため、オフにできません。
    .replace = 組織が二要素認証を必須としているため、オフにできません。スマートフォンを替えるときは、代わりに認証アプリを置き換えてください。
stays-passwordless = 二要素認証をオフにするにはパスワードが必要ですが、ここでは設定されていません。設定した内容は、管理者がリセットできます。
    .replace = 二要素認証をオフにするにはパスワードが必要ですが、ここでは設定されていません。設定した内容は、管理者がリセットできます。スマートフォンを替えるときは、代わりに認証アプリを置き換えてください。
password = パスワード
follows = ボタンを押すと、パスキー（指紋、顔、または画面ロック）が求められます。
wrong-code = パスワードまたはコードが正しくありません。
    .tries = パスワードまたはコードが正しくありません。あと { $tries } 回試せます。
wrong-passkey = パスワードまたはパスキーが正しくありません。
    .tries = パスワードまたはパスキーが正しくありません。あと { $tries } 回試せます。

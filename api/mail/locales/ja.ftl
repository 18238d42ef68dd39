### すべてのメールの文言。メッセージの `subject` は見出しにもなる。

greeting = { $name } 様
footer = このメールは { $organization } のログインサービス（{ $site }）から送信されました。返信いただいてもお読みできません。
support = お困りの場合は { $contact } にお問い合わせください。

moment = { $year }年{ $month }月{ $day }日 { $time }（UTC）
browser = { $system } の { $browser }
separator = 、

fact = { $label }：{ $value }
fact-when = 日時
fact-browser = ブラウザー
fact-address = IP アドレス
fact-authenticator = 認証アプリ
fact-passkey = パスキー
fact-old-address = 以前のアドレス
fact-new-address = 新しいアドレス
fact-settings = 変更点
fact-provider = プロバイダー

objection =
    .question = お心当たりがありませんか？
    .answer = こちらからお知らせください。すべての場所でログアウトされ、誰も変更できないようにアカウントが凍結され、管理者に通知されます。{ $objectionEnd } まで、一度だけ使えます。
    .action = 私ではありません

factor-enabled =
    .subject = 二要素認証がオンになりました
    .text = これからは、ログインにパスワードのほか、認証アプリのコードが必要です。
    .more = リカバリーコードは安全な場所に保管してください。スマートフォンが手元にないときも、そのうちの一つでログインできます。

authenticator-added =
    .subject = 認証アプリが追加されました
    .text = この認証アプリのコードでログインできるようになりました。

authenticator-replaced =
    .subject = 認証アプリが置き換えられました
    .text = これからは新しい認証アプリのコードを使います。以前のコードは使えません。

authenticator-removed =
    .subject = 認証アプリが削除されました
    .text = この認証アプリのコードではログインできなくなりました。

passkey-enabled =
    .subject = 二要素認証がオンになりました
    .text = これからは、ログインにパスワードのほか、パスキーが必要です。
    .more = リカバリーコードは安全な場所に保管してください。パスキーが手元にないときも、そのうちの一つでログインできます。

passkey-added =
    .subject = パスキーが追加されました
    .text = このパスキーでログインできるようになりました。

passkey-removed =
    .subject = パスキーが削除されました
    .text = このパスキーではログインできなくなりました。

factor-disabled =
    .subject = 二要素認証がオフになりました
    .text = これからは、パスワードだけでログインできます。認証アプリ、パスキー、リカバリーコードは使えなくなりました。

factor-reset =
    .subject = 二要素認証がリセットされました
    .text = 管理者が認証アプリ、パスキー、リカバリーコードを削除し、すべての場所でログアウトさせました。
    .code = 次回のログインではコードの入力が必要です。コードは管理者が読み上げてお伝えします。その後、新しい認証アプリを設定してください。
    .no-code = 次回はパスワードだけでログインできます。その際に新しい認証アプリを設定してください。

recovery-codes-regenerated =
    .subject = 新しいリカバリーコードが作成されました
    .text = アカウントに新しいリカバリーコードが { $count } 個作成されました。以前のものは使えません。

recovery-code-used =
    .subject = リカバリーコードが使用されました
    .text = 認証アプリのコードの代わりに、{ $number } 番のリカバリーコードが使用されました。同じコードは二度と使えません。
    .remaining = { $remaining ->
        [0] リカバリーコードは残っていません。
       *[other] リカバリーコードは残り { $remaining } 個です。
    }
    .few = スマートフォンが手元にないときもログインできるように、今すぐ新しいコードを作成してください。
    .action = 新しいリカバリーコードを作成

password-changed =
    .subject = パスワードが変更されました
    .text = これからは新しいパスワードだけが有効です。ほかの場所ではログアウトされました。

password-forgotten =
    .subject = パスワードが変更されました
    .text = お送りしたリンクから設定されました。すべての場所でログアウトされました。

email-change-requested =
    .subject = メールアドレスの変更手続きが始まりました
    .text = アカウントのメールアドレスを変更する手続きが始まりました。新しいアドレスに届いたリンクが開かれるまで、何も変わりません。

email-changed =
    .subject = メールアドレスが変更されました
    .text = これからは新しいアドレスでログインします。メールも新しいアドレスに届きます。
    .back = お心当たりがない場合は、下のリンクで、アカウントのメールアドレスも元に戻ります。

email-restored =
    .subject = メールアドレスが元に戻されました
    .text = 以前のアドレスのメールを受け取っている方が、変更したのは自分ではないと回答しました。アカウントは以前のアドレスに戻り、凍結されました。誰も変更できません。
    .more = ご自身で変更した場合は、管理者に相談してください。管理者と一緒に確認するまで、アカウントは凍結されたままです。

identity-linked =
    .subject = アカウントが連携されました
    .text = 今後は、パスワードのほかに、このプロバイダーのアカウントでもログインできます。

identity-unlinked =
    .subject = アカウントの連携が解除されました
    .text = このプロバイダーのアカウントではログインできなくなりました。

new-device =
    .subject = 新しいブラウザーからログインがありました
    .text = これまでに使われたことのないブラウザーでアカウントが使用されました。ご本人であれば、何もする必要はありません。

codes-guessed =
    .subject = パスワードが知られている可能性があります
    .text = 誰かが正しいパスワードを入力し、その後、誤ったコードを { $failures } 回入力しました。誤ったコードではログインできません。
    .more = ご本人でなければ、その人はパスワードを知っています。ここで変更し、同じパスワードを使っているほかの場所でも変更してください。
    .action = パスワードを変更

passkey-copied =
    .subject = パスキーが複製された可能性があります
    .text = このパスキーは、後の使用がなかったかのように署名したため、拒否されました。端末そのものではこのようなことは起こりませんが、鍵の複製では起こります。
    .more = このパスキーを一台の端末だけで使っている場合は、アカウントから削除し、新しいパスキーを設定してください。
    .action = マイセキュリティを開く

invitation =
    .subject = { $inviter } さんから { $organization } への招待
    .text = { $organization } にアカウントが用意されています。パスワードを決めれば、すぐに使えます。
    .action = アカウントを有効にする
    .note = リンクは { $until } まで、一度だけ使えます。
    .stranger = お心当たりがなければ、このメールは無視してください。何も起こりません。

password-reset =
    .subject = 新しいパスワードを設定してください
    .text = アカウントの新しいパスワードの設定が依頼されました。ご本人であれば、今すぐ設定してください。
    .action = 新しいパスワードを設定
    .note = リンクは { $until } まで、一度だけ使えます。
    .stranger = ご本人でなければ、このメールは無視してください。パスワードは変わりません。

password-asked =
    .subject = 新しいパスワードを設定してください
    .text = { $by } さんから、アカウントの新しいパスワードを設定するよう依頼がありました。新しいパスワードを知るのはご本人だけです。
    .action = 新しいパスワードを設定
    .note = リンクは { $until } まで、一度だけ使えます。
    .stranger = お心当たりがなければ、このメールは無視してください。パスワードは変わりません。

login-code =
    .subject = ログイン用のコード
    .text = ログイン中の画面で、このコードを入力してください。
    .note = コードは { $until } まで、一度だけ使えます。誰に求められても教えないでください。
    .stranger = 今ログインしようとしていないなら、誰かがパスワードを知っています。パスワードを変更してください。

email-confirmation =
    .subject = メールアドレスを確認してください
    .text = { $address } はご自身のアドレスですか？確認すると、アカウントで使えるようになります。
    .action = このアドレスを確認
    .note = リンクは { $until } まで、一度だけ使えます。
    .stranger = お心当たりがなければ、このメールは無視してください。

policy-changed =
    .subject = ログインポリシーが変更されました
    .text = { $by } さんが { $organization } のログインポリシーを変更しました。
    .action = ポリシーを見る
    .note = このメールは { $organization } の管理者に送られています。変更に心当たりのある人がいなければ、監査ログを確認してください。

setting = { $setting ->
    [mode] 二要素認証が必須かどうか
    [phases] 導入の段階
    [newUsers] 新しいユーザーが設定する時期
    [afterGrace] 期限後の扱い
    [loginStyle] ログイン画面
    [sso] シングルサインオン
    [allowedMethods] 使える方法
    [passkeyLogin] パスキーだけでのログイン
    [passkeyOnly] パスキーが必要なロール
    [recoveryCodeCount] リカバリーコードの数
    [secretMaxAgeDays] 認証アプリの有効期間
    [skewSteps] 時計のずれの許容範囲
    [trustedDeviceDays] 信頼済みデバイス
    [stepUpMaxAgeMinutes] 再確認の有効時間
    [adminReset] 管理者をリセットできる人
    [resetProof] リセット後の証明
    [temporaryPass] 一時パス
    [digits] コードの桁数
    [algorithm] コードのアルゴリズム
   *[other] { $setting }
}

set-up-reminder =
    .subject = 二要素認証を設定してください
    .text = { $organization } のアカウントは、パスワードだけで守られています。スマートフォンのアプリのコードがあれば、パスワードが盗まれてもログインされません。設定は 2 分で終わります。
    .deadline = { $deadline } までに設定してください。その後は、アカウントの利用に必要になります。
    .action = 今すぐ設定

account-frozen =
    .subject = { $user } さんから「私ではありません」との連絡
    .text = { $user } さんがアカウントに関する通知を受け取り、自分ではないと回答しました。アカウントはすべての場所でログアウトされ、凍結されました。誰も変更できません。
    .more = 凍結を解除する前に、{ $user } さんと直接または電話で話してください。
    .action = ユーザーを見る

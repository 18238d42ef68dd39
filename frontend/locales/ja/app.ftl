### ページを取り巻くアプリの文言。

start-page = スタートページへ
try-again = もう一度試す

not-found = ページが見つかりません
    .text = このアドレスにページがないか、お使いのアカウントでは表示できません。

broken = このページを表示できませんでした
    .outdated = Nightlatch に接続できないか、更新された可能性があります。

offline = オフラインです。接続が戻るまで、変更はできません。

development = 開発環境
    .text = 開発用サービスのため、メールは外部に送信されません。<mailbox>メールボックスを開く</mailbox>

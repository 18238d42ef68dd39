### Webhook：組織のイベントの送信先。

title = Webhook
    .one = Webhook
    .about = Webhook は、ここで起きたことをすぐにほかのサービスへ知らせます。通知には署名が付き、サービスが受け取るまで 3 日間再送されます。
list = 組織の Webhook
    .none = まだありません。作成すると、ログインや変更をチャットやログに知らせることができます。

## 一覧

table = Webhook
column =
    .webhook = Webhook
    .events = イベント
    .state = 状態
    .delivery = 最後の配信
nothing-sent = まだ送信されていません
state =
    .on = オン
    .gone = オフ（受信先がありません）
    .paused = 一時停止中

## 個々の Webhook

way-back = 戻る
    .link = すべての Webhook
unknown = Webhook が見つかりません
    .text = このアドレスには Webhook がないか、この組織のものではありません。
settings = 設定
    .created = 作成日時
    .off = オフになった日時
    .former = 以前のシークレットの期限
change = 変更…
pause = 一時停止
    .done = 一時停止しました。待機中のものは保持され、これから起きることは送信されません。
resume = 再開
    .done = オンになりました。待機中のものを送信しています。
new-secret = 新しいシークレット…
delete = 削除…
test = テスト送信
    .done = テストを送信しています。

## 知らせるイベント

all = すべてのイベント
some = 一部の種類のイベント
kinds = イベントの種類
also = ほかに：{ $events }
all-of = 「{ $subject }」のすべて
separator = { " / " }
group =
    .signIns = ログイン（拒否されたものを含む）
    .factors = 二要素認証：設定、変更、オフ、リセット
    .accounts = アカウント：追加、変更、停止
    .access = パスワードとメールアドレス
    .rules = ログインポリシー、ロール、組織
    .auditLog = 監査ログ自体：エクスポート、封印、古い月の削除
    .sessions = セッションと信頼済みブラウザー
    .services = API キーと、サービスが確認したコード
    .singleSignOn = シングルサインオン：プロバイダー、連携アカウント、拒否されたログイン
    .delivery = メールと Webhook 自体

## 作成と変更

create = Webhook を作成
    .action = 作成
    .done = Webhook { $name } を作成しました。
changing = { $name } を変更
    .action = 保存
    .done = Webhook { $name } を変更しました。
name = 名前
    .about = 受信先の呼び名です（例：セキュリティチャンネル）。
url = URL
    .about = イベントの送信先です（例：https://hooks.example.org/nightlatch）。
events = イベント

## 一度だけ表示されるシークレット

created = { $name } を作成しました
secret = シークレット
    .about = 受信先はこのシークレットを使って、届いたものがここから送られたことを確認します。
    .keep = 今すぐ受信先の設定に入力してください。もう一度表示することはできません。
    .copy = シークレットをコピー
    .saved = 保存しました
leaving = シークレットを保存せずに閉じますか？
    .loss = シークレットが表示されるのは今だけです。ないと受信先は本物かどうかを確認できず、作り直すことになります。

## 新しいシークレット

rotating = { $name } の新しいシークレットを作成
    .about = しばらくの間、すべてに両方のシークレットで署名するので、受信先はいつでも切り替えられます。現在のものより前のシークレットは、すぐに無効になります。
    .action = 作成
overlap = 現在のシークレットが使える期間
    .none = なし（漏えいした場合）
rotated = { $name } の新しいシークレット
    .former = <when/> までは、以前のシークレットも有効です。
    .done = { $name } のシークレットを新しくしました。

## 削除

deleting = { $name } を削除しますか？
    .about = 待機中のものも含め、今後は何も送信されません。配信の一覧も削除されます。
    .instead = しばらく止めるだけなら、一時停止してください。
    .action = Webhook を削除
    .keep = 削除しない
gone = この Webhook は、ほかの人がすでに削除しました。

## 送信済みと待機中

deliveries = 配信
    .none = まだ何も送信されていません。テスト送信で動作を確認できます。
    .none-like-this = この状態の配信はありません。
show = 表示
    .all = すべて
delivery =
    .event = イベント
    .state = 状態
    .attempt = 最後の試行
    .again = 操作
status =
    .queued = 待機中
    .delivered = 配信済み
    .failed = 拒否（再送なし）
    .givenUp = 再送終了
    .again = 再試行中
next = 次回：<when/>
attempt = { $number } 回目の試行、<when/>
    .none = まだありません
    .under-way = 実行中
answered = 応答 { $status }（{ $millis } ミリ秒）
send-again = 再送
    .spoken = 再送：{ $event }
    .done = 「{ $event }」を再送しています。

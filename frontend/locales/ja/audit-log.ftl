### 監査ログ：誰が、誰に、いつ、どこから、何をしたか。

title = 監査ログ
events = イベント

## 個々のイベント

table = 監査イベント（新しい順）
column =
    .when = 日時
    .what = 内容
    .who = 実行者
    .whom = 対象者
    .from = IP アドレス
refused = 拒否
details = 詳細
api-key = API キー { $name }
elsewhere = ほかの組織の特権管理者
nobody = 未ログイン
everybody = 全員
themselves = 本人

## 絞り込み

action = 内容
    .any = すべて
actor = 実行者
subject = 対象者
person = 名前またはメールアドレス
    .unnamed = この人
from = 開始日
to = 終了日
span = 発生した日
    .today = 今日
    .days = 過去 { $days } 日間
routine = セッションの継続など、日常的なイベントも表示
everything = 絞り込みを解除
nothing = 条件に合うイベントはありません。
    .actor = { $actor } による操作はありません。
    .subject = { $subject } に関するイベントはありません。
    .both = { $actor } による { $subject } に関する操作はありません。

## ファイルへの保存

export = エクスポート
    .csv = CSV（表計算用）
    .json-lines = JSON Lines（プログラム用）
    .without-routine = 日常的なイベントを除く
    .running = エクスポート中：{ $size } まで完了。<stop>停止</stop>
    .saved = イベントを保存しました：{ $size }
    .broken-off = 転送が途切れたため、何も保存されていません。もう一度試すか、先にイベントを絞り込んでください。

## 封印による検証

check = ログを検証
    .running = 検証中：{ $events } 件まで完了。<stop>停止</stop>
    .broken-off = 検証が途切れました。もう一度お試しください。
whole = ログに問題はありません。{ $events } 件のイベントが、書き込まれたときのままです。
    .unsealed = ログに問題はありません。{ $events } 件のイベントが、書き込まれたときのままです。さらに { $unsealed } 件が数秒以内に封印されます。
seal = 最後の封印を別の場所に保管してください。後日 <command>nightlatch audit verify --head</command> で、ログの末尾が切り取られていないかを確認できます。
    .copy = 最後の封印をコピー
not-whole = <strong>ログが書き込まれたときのままではありません。</strong>データベースにアクセスできる人が変更しました。現在のデータベースのコピーをそのまま保管し、誰がアクセスできたかを調べてください。
    .more = ほかに { $findings } 件あります。
finding = 書き込まれたときのままではない箇所があります。
    .altered = イベントが 1 件変更されました。
    .missing = イベントが 1 件取り除かれました。
    .inserted = このサービスが書いていないイベントが 1 件紛れ込んでいます。
    .sealBroken = 封印 { $seal } が変更されました。
    .sealMissing = 封印 { $seal } が取り除かれました。

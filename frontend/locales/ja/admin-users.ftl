### ユーザーの一覧と、まとめて行う操作。ユーザーのページと共通の文言も含む。

title = ユーザー
    .import = インポート
    .invite = 招待
cancel = キャンセル
close = 閉じる

count = ユーザー { $count } 人
    .unknown = 全員
    .none = 条件に合うユーザーはいません。
    .found = { $count } 人のユーザーが見つかりました。

## 絞り込み

search = 検索
    .hint = 名前またはメール
filter =
    .two-factor = 二要素認証の状態
    .role = ロール
    .account = アカウント
    .login = ログイン方法
    .all = すべて
    .reset = 絞り込みを解除
sort = 並べ替え
    .email = メールアドレス、昇順
    .email-reversed = メールアドレス、降順
    .name = 名前、昇順
    .name-reversed = 名前、降順
    .lastSignIn = 最終ログイン、古い順
    .lastSignIn-reversed = 最終ログイン、新しい順
    .created = 追加日、古い順
    .created-reversed = 追加日、新しい順
standing =
    .enabled = オン
    .expired = オン（要更新）
    .notEnabled = オフ
    .inGrace = オフ（期限前）
    .overdue = オフ（期限超過）
    .blocked = オフ（ブロック中）
account =
    .active = 有効
    .invited = 招待中
    .suspended = 停止中

## 一行

column =
    .user = ユーザー
    .roles = ロール
    .login = ログイン方法
    .twoFactor = 二要素認証の状態
    .codes = リカバリーコード
    .lastSignIn = 最終ログイン
    .email = メールアドレス
    .deadline = 期限
    .created = 追加日
columns = 列
    .shown = 名前のほかに表示する列
    .reset = 標準の列に戻す
# Where no sign-in is known: there was none, or it was before their times were kept.
no-sign-in = 記録なし
suspended = 停止中
frozen = 凍結中
state =
    .enabled = オン
    .expired = 要更新
    .notEnabled = オフ
    .reset = リセット済み：コード待ち
due =
    .ahead = 期限：{ $date }
    .overdue = 期限超過
    .blocked = ブロック中
    .atNextSignIn = 次回のログイン時に必要
since = { $methods }（<when/> から）
codes = 残り { $remaining } / { $total } 個
    .none = なし
    .made = <when/> 作成
imported = インポート済み、パスワード未設定
invited = 招待中
    .good = 招待中、リンクは { $moment } まで有効
    .expired = 招待中、リンクは期限切れ
link =
    .good = リンクは { $moment } まで有効
    .expired = リンクは期限切れ

## 選択したユーザーと、その全員に行う操作

selection = 選択したユーザー
    .one = { $name } さんを選択
    .shown = 表示中の全員を選択
    .all = 条件に合う { $total } 人全員を選択
    .size = { $count } 人を選択中
    .clear = 選択を解除
order =
    .remind = メールで通知…
    .extendDeadline = 期限を延長…
    .reset = リセット…

## まとめて行う操作：確認から結果まで

reset =
    .title = { $count } 人の二要素認証をリセットしますか？
    .deleted = { $count } 人の認証アプリ、パスキー、リカバリーコードが削除され、元に戻せません。
    .signed-out = 全員がすべての場所でログアウトされます。
    .code = 一人ずつのコードが一度だけ表示されます。各自が次回のログインでコードを入力し、新しい二要素認証を設定します。
    .no-code = 次回はパスワードだけでログインでき、その後、新しい二要素認証を設定します。
    .confirm = { $count } 人分をリセット
    .running = 二要素認証をリセット中
    .done = リセット済み
    .refused = 拒否
    .left = 拒否 { $count } 人
extendDeadline =
    .title = { $count } 人の期限を延長しますか？
    .day = ログインポリシーの内容にかかわらず、選択した日が { $count } 人の期限になります。すでにそれより後の期限がある人はそのままです。
    .blocked = 現在ブロックされている人も、その日までは再びログインできます。すでに二要素認証を設定している人はそのままです。
    .confirm = { $count } 人の期限を延長
    .running = 期限を延長中
    .done = 延長済み
    .refused = 拒否
    .left = 拒否 { $count } 人
remind =
    .title = { $count } 人にメールで通知しますか？
    .mail = 二要素認証を設定していない人に、設定のお願いと期限をメールで知らせます。
    .left-out = すでに設定している人、ログインできない人、1 時間以内に通知を受けた人は対象外です。
    .confirm = { $count } 人に通知
    .running = 通知を送信中
    .done = 通知済み
    .refused = 対象外
    .left = 対象外 { $count } 人

running =
    .leave = 完了前に離れますか？
    .loss = 完了した分は元に戻りませんが、対象者は確認できなくなり、コードも再表示されません。
    .confirm = 二要素認証で確認すると再開します。
    .stop = 停止
    .resume = 再開
outcome = 完了しました
    .stopped = 途中で停止しました
    .sentence = { $parts }。
    .done = 完了 { $count } 人
    .missed = 未処理 { $count } 人
    .list = 一人ずつの結果
    .all = { $count } 人全員を表示
refused = 拒否されました。
    .lately = 1 時間以内に通知済みです。

## リセットした人のコード

code =
    .copy = コピー
    .spoken = { $name } さんのコードをコピー
    .until = <when/> まで
all-codes = { $count } 個のコードを今すぐ保存またはコピーしてください。再表示はできません。本人確認に使った連絡手段で、一人ずつ伝えてください。
    .copy = すべてコピー
    .download = CSV をダウンロード
    .saved = 保存済み
    .leave = コードを保存せずに閉じますか？
    .loss = コードが表示されるのは今だけです。コードを受け取れなかった人には、もう一度リセットが必要です。
file =
    .user = ユーザー
    .code = リセットコード
    .until = 有効期限

## 一人の場合にも、まとめて行う場合にも尋ねること

identity = 本人であることをどのように確認しましたか？
    .call = 電話
    .video = ビデオ通話
    .inPerson = 対面
    .other = その他の方法
reason = 理由
    .about = 監査ログに記録されます。
ticket = チケット（任意）
deadline = 期限
    .about = この日の終わりまでは、二要素認証なしでログインできます。

### 正在选择的密码。

shortest = 至少 { $count } 个字符。
advice = 由几个您未在别处使用的词组成的密码比较好。
too-short = 太短：还差 { $missing } 个字符。

strength =
    .very-weak = 强度：很弱。
    .weak = 强度：弱。
    .fair = 强度：一般。
    .good = 强度：良好。
    .strong = 强度：强。

suggestion =
    .l33t = 避免容易猜到的字母替换，例如用“@”代替“a”。
    .reverseWords = 避免倒写的常用词。
    .allUppercase = 将部分字母大写，而不是全部。
    .capitalization = 不要只将首字母大写。
    .dates = 避免与您有关的日期和年份。
    .recentYears = 避免近年的年份。
    .associatedYears = 避免与您有关的年份。
    .sequences = 避免常见的字符序列。
    .repeated = 避免重复的词和字符。
    .longerKeyboardPattern = 使用更长的键盘图案，并多次改变方向。
    .anotherWord = 再加几个不太常用的词。
    .useWords = 使用多个词，但避免常用短语。
    .noNeed = 不用符号、数字或大写字母，也可以设置强密码。
    .pwned = 如果您在别处也使用此密码，请更改它。

warning =
    .straightRow = 键盘上成排的按键容易被猜到。
    .keyPattern = 较短的键盘图案容易被猜到。
    .simpleRepeat = “aaa”之类重复的字符容易被猜到。
    .extendedRepeat = “abcabcabc”之类重复的组合容易被猜到。
    .sequences = “abc”之类常见的序列容易被猜到。
    .recentYears = 近年的年份容易被猜到。
    .dates = 日期容易被猜到。
    .topTen = 这是极其常用的密码。
    .topHundred = 这是非常常用的密码。
    .common = 这是常用的密码。
    .similarToCommon = 这与常用的密码相似。
    .wordByItself = 单个词容易被猜到。
    .namesByThemselves = 单独的名字或姓氏容易被猜到。
    .commonNames = 常见的姓名容易被猜到。
    .userInputs = 请勿使用与您或本页面有关的内容。
    .pwned = 您的密码已在互联网数据泄露事件中曝光。

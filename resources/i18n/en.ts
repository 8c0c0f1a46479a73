<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh">
  <context>
    <name>desk</name>
    <message>
      <source> · {at}/{count} 项</source>
      <translation> · item {at}/{count}</translation>
    </message>
    <message numerus="yes">
      <source>%n 处</source>
      <translation>
        <numerusform>%n place</numerusform>
        <numerusform>%n places</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n 处像是被版面切断</source>
      <translation>
        <numerusform>%n place looks cut by the page layout</numerusform>
        <numerusform>%n places look cut by the page layout</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n 处段落像是被版面切断，可在“文件”里接上。</source>
      <translation>
        <numerusform>%n paragraph looks cut by the page layout: join it in the File menu.</numerusform>
        <numerusform>%n paragraphs look cut by the page layout: join them in the File menu.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n 处请看</source>
      <translation>
        <numerusform>%n to look at</numerusform>
        <numerusform>%n to look at</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n 条</source>
      <translation>
        <numerusform>%n note</numerusform>
        <numerusform>%n notes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n 条待看未回应</source>
      <translation>
        <numerusform>%n unanswered to look at</numerusform>
        <numerusform>%n unanswered to look at</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n 条矛盾未回应</source>
      <translation>
        <numerusform>%n contradiction unanswered</numerusform>
        <numerusform>%n contradictions unanswered</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n 段</source>
      <translation>
        <numerusform>%n paragraph</numerusform>
        <numerusform>%n paragraphs</numerusform>
      </translation>
    </message>
    <message>
      <source>Enter 读毕</source>
      <translation>Enter: read</translation>
    </message>
    <message>
      <source>F8 按风险</source>
      <translation>F8 by risk</translation>
    </message>
    <message>
      <source>Shift+← → 移动一端，Tab 换一端</source>
      <translation>Shift+← → moves one end, Tab changes ends</translation>
    </message>
    <message>
      <source>{by}刚刚处理了同一项，你的决定没有写入。请看过之后再决定。</source>
      <translation>{by} has just decided the same item; your decision was not written. Look at it before you decide.</translation>
    </message>
    <message>
      <source>{count} 处 · {numbers} 段</source>
      <translation>{count} places · ¶ {numbers}</translation>
    </message>
    <message>
      <source>{count} 条{verdict}</source>
      <translation>{count} × {verdict}</translation>
    </message>
    <message>
      <source>{day} 日</source>
      <translation>day {day}</translation>
    </message>
    <message>
      <source>{first}、{second} 段</source>
      <translation>Paragraphs {first} and {second}</translation>
    </message>
    <message>
      <source>{folds} 项 · {places} 处</source>
      <translation>{folds} items · {places} places</translation>
    </message>
    <message>
      <source>{hedge}，{low}–{high}</source>
      <translation>{hedge}, {low}–{high}</translation>
    </message>
    <message>
      <source>{key}：{commands}</source>
      <translation>{key}: {commands}</translation>
    </message>
    <message>
      <source>{kind} · {by}改过</source>
      <translation>{kind} · changed by {by}</translation>
    </message>
    <message>
      <source>{kind} · 有误可改</source>
      <translation>{kind} · wrong? change it</translation>
    </message>
    <message>
      <source>{low} 与 {high} 之间</source>
      <translation>between {low} and {high}</translation>
    </message>
    <message>
      <source>{month} 月</source>
      <translation>month {month}</translation>
    </message>
    <message>
      <source>{name}：{hint}</source>
      <translation>{name}: {hint}</translation>
    </message>
    <message>
      <source>{numbers} 段</source>
      <translation>¶ {numbers}</translation>
    </message>
    <message>
      <source>{number} 段</source>
      <translation>¶ {number}</translation>
    </message>
    <message>
      <source>{n} 个没有导入，原因见下</source>
      <translation>{n} not imported, reasons below</translation>
    </message>
    <message>
      <source>{n} 个没有读</source>
      <translation>{n} not read</translation>
    </message>
    <message>
      <source>{n} 个要密码，选中后打开</source>
      <translation>{n} locked: select and open</translation>
    </message>
    <message>
      <source>{reason} 没有导入任何内容。</source>
      <translation>{reason} Nothing was imported.</translation>
    </message>
    <message>
      <source>{sentence} 那个窗口关闭后，这里自动接管。</source>
      <translation>{sentence} When that window closes, this one takes over.</translation>
    </message>
    <message>
      <source>{signs} 字，{paragraphs} 段</source>
      <translation>{signs} characters, {paragraphs} paragraphs</translation>
    </message>
    <message>
      <source>{state} · {by} {time}</source>
      <translation>{state} · {by} {time}</translation>
    </message>
    <message>
      <source>{text} · 第 {number} 段</source>
      <translation>{text} · paragraph {number}</translation>
    </message>
    <message>
      <source>{user} 于 {time} 在 {computer} 打开</source>
      <translation>opened by {user} on {computer} at {time}</translation>
    </message>
    <message>
      <source>{words}（隔着别的段，请对照版面）</source>
      <translation>{words} (others stand between: compare the page)</translation>
    </message>
    <message>
      <source>{year} 年</source>
      <translation>{year}</translation>
    </message>
    <message>
      <source>{year} 年 {part}</source>
      <translation>{year}, {part}</translation>
    </message>
    <message>
      <source>×{count} · 一个决定，{count} 处同步</source>
      <translation>×{count} · one decision for {count} places</translation>
    </message>
    <message>
      <source>“{check}”不再提出</source>
      <translation>“{check}” no longer objects</translation>
    </message>
    <message>
      <source>“{check}”查什么、什么时候会看错</source>
      <translation>What “{check}” looks for and when it is wrong</translation>
    </message>
    <message>
      <source>“{database}”将换成备份“{name}”的内容。现在的文件改名留在旁边，不会丢失；备份之后的决定不在换回的核查库里。</source>
      <translation>“{database}” will hold what the backup “{name}” holds. The present file stays beside it under another name, nothing is lost; decisions made after the backup are not in the one put back.</translation>
    </message>
    <message>
      <source>“{name}”按下面选中的编码读出如右，读得通吗？</source>
      <translation>Read in the selected encoding, “{name}” begins as on the right. Does it make sense?</translation>
    </message>
    <message>
      <source>“{name}”现在按下面选中的编码读入。换一种，右边就显示读出的样子。</source>
      <translation>“{name}” was read in the selected encoding. Choose another to see how the text begins in it.</translation>
    </message>
    <message>
      <source>← 扩一字</source>
      <translation>← one more</translation>
    </message>
    <message>
      <source>、</source>
      <translation>, </translation>
    </message>
    <message>
      <source>。</source>
      <comment>full stop</comment>
      <translation>.</translation>
    </message>
    <message>
      <source>一个按键只能有一个用途。</source>
      <translation>A key can serve one command only.</translation>
    </message>
    <message>
      <source>一手</source>
      <translation>primary</translation>
    </message>
    <message>
      <source>一般</source>
      <translation>General</translation>
    </message>
    <message>
      <source>上一处未决，按风险</source>
      <translation>Previous open item, by risk</translation>
    </message>
    <message>
      <source>上一段</source>
      <translation>Previous paragraph</translation>
    </message>
    <message>
      <source>上一窗格</source>
      <translation>Previous pane</translation>
    </message>
    <message>
      <source>上一项</source>
      <translation>Previous item</translation>
    </message>
    <message>
      <source>上半年</source>
      <translation>first half</translation>
    </message>
    <message>
      <source>上次打开</source>
      <translation>Last opened</translation>
    </message>
    <message>
      <source>下一处未决，按风险</source>
      <translation>Next open item, by risk</translation>
    </message>
    <message>
      <source>下一段</source>
      <translation>Next paragraph</translation>
    </message>
    <message>
      <source>下一窗格</source>
      <translation>Next pane</translation>
    </message>
    <message>
      <source>下一项</source>
      <translation>Next item</translation>
    </message>
    <message numerus="yes">
      <source>下列 %n 项各有相符的算式，也没有未回应的发现。确认后记为“依文内一致确认”，一步可撤销。</source>
      <translation>
        <numerusform>This item is borne out by a formula and has no open finding. It is recorded as “confirmed by internal consistency”; one step undoes it.</numerusform>
        <numerusform>These %n items are each borne out by a formula and have no open finding. They are recorded as “confirmed by internal consistency”; one step undoes them.</numerusform>
      </translation>
    </message>
    <message>
      <source>下列各处像是一句话被版面切断。打勾的两段合起来读：跨段的数字连成一个，算式也跨段比对。文字和段号不变，可以撤销。</source>
      <translation>Here the page layout seems to cut a sentence. Ticked pairs are read as one: a figure across the cut becomes one, and sums are checked across it. Text and paragraph numbers stay; this can be undone.</translation>
    </message>
    <message>
      <source>下列数字既不在数据里，也说不出理由。选一处跳过去看，需要时选中文字按 Insert 标出。</source>
      <translation>These numerals are in no item and nothing explains them. Choose one to look at it; if it matters, select it and press Insert.</translation>
    </message>
    <message>
      <source>下半年</source>
      <translation>second half</translation>
    </message>
    <message>
      <source>不作决定，只为未回应的发现写一句理由</source>
      <translation>Decides nothing: gives a reason for leaving the open finding alone</translation>
    </message>
    <message>
      <source>不打开</source>
      <translation>Do not open</translation>
    </message>
    <message>
      <source>不改数据，只写一句理由；别处同样的发现仍会提出</source>
      <translation>Leaves the figure alone, with one line of reason; the same finding elsewhere still shows</translation>
    </message>
    <message>
      <source>不是数据</source>
      <translation>Not a figure</translation>
    </message>
    <message>
      <source>不是读错？</source>
      <translation>Not misread?</translation>
    </message>
    <message>
      <source>不连接</source>
      <translation>Do not connect</translation>
    </message>
    <message>
      <source>与 {numbers} 段逐字相同 · {count} 段</source>
      <translation>Word for word the same as ¶ {numbers} · {count} paragraphs</translation>
    </message>
    <message>
      <source>与事实或依据相符</source>
      <translation>agrees with the facts or the source</translation>
    </message>
    <message>
      <source>中</source>
      <translation>medium</translation>
    </message>
    <message>
      <source>为什么？</source>
      <translation>Why?</translation>
    </message>
    <message>
      <source>为什么？{check}</source>
      <translation>Why? {check}</translation>
    </message>
    <message>
      <source>主体</source>
      <translation>Subject</translation>
    </message>
    <message>
      <source>也可以把文件拖进来，或直接粘贴文字。</source>
      <translation>You can also drop a file here or paste text.</translation>
    </message>
    <message>
      <source>也可以自己写</source>
      <translation>Or in your own words</translation>
    </message>
    <message>
      <source>二手</source>
      <translation>secondary</translation>
    </message>
    <message>
      <source>仅此 1 处 ·</source>
      <translation>This place only ·</translation>
    </message>
    <message>
      <source>仅此 1 处 · {numbers} 段</source>
      <translation>This place only · ¶ {numbers}</translation>
    </message>
    <message>
      <source>从重复中拆出</source>
      <translation>splits it from its repeats</translation>
    </message>
    <message>
      <source>以此更正…</source>
      <translation>Correct to this…</translation>
    </message>
    <message>
      <source>会看错：{limits}</source>
      <translation>When it is wrong: {limits}</translation>
    </message>
    <message>
      <source>位置</source>
      <translation>Locator</translation>
    </message>
    <message>
      <source>低</source>
      <translation>low</translation>
    </message>
    <message numerus="yes">
      <source>余 %n 项</source>
      <translation>
        <numerusform>%n item left</numerusform>
        <numerusform>%n items left</numerusform>
      </translation>
    </message>
    <message>
      <source>余 {n}</source>
      <comment>claims left</comment>
      <translation>{n} left</translation>
    </message>
    <message>
      <source>作者</source>
      <translation>Author</translation>
    </message>
    <message>
      <source>保存</source>
      <translation>Save</translation>
    </message>
    <message>
      <source>修订</source>
      <translation>Tracked change</translation>
    </message>
    <message>
      <source>修订删{words}</source>
      <translation>deleted {words}</translation>
    </message>
    <message>
      <source>修订增{words}</source>
      <translation>inserted {words}</translation>
    </message>
    <message>
      <source>先不决定</source>
      <translation>Not now</translation>
    </message>
    <message>
      <source>先列出算式，一步可撤销</source>
      <translation>lists the formulas first; one step undoes it</translation>
    </message>
    <message>
      <source>先选中一项数据</source>
      <translation>Select an item first</translation>
    </message>
    <message>
      <source>先选中要标出的文字，再按 Insert</source>
      <translation>Select the words to mark, then press Insert</translation>
    </message>
    <message>
      <source>全局</source>
      <translation>Everywhere</translation>
    </message>
    <message>
      <source>全部</source>
      <translation>All</translation>
    </message>
    <message>
      <source>全部恢复原样</source>
      <translation>Restore all keys</translation>
    </message>
    <message>
      <source>全部打勾</source>
      <translation>Tick all</translation>
    </message>
    <message>
      <source>全部打开</source>
      <translation>All on</translation>
    </message>
    <message>
      <source>全部稿件：进度、上次打开、搜索</source>
      <translation>all articles: progress, last opened, search</translation>
    </message>
    <message>
      <source>公报、通报、报道的题目</source>
      <translation>Title of the bulletin, notice or report</translation>
    </message>
    <message numerus="yes">
      <source>共 %n 处</source>
      <translation>
        <numerusform>%n place</numerusform>
        <numerusform>%n places</numerusform>
      </translation>
    </message>
    <message>
      <source>关上则按文中次序</source>
      <translation>off: in the order of the text</translation>
    </message>
    <message numerus="yes">
      <source>关了 %n 项；报告会写明。</source>
      <translation>
        <numerusform>%n is off; the report says so.</numerusform>
        <numerusform>%n are off; the report says so.</numerusform>
      </translation>
    </message>
    <message>
      <source>关于核数</source>
      <translation>About 核数</translation>
    </message>
    <message>
      <source>关闭</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>再试一次</source>
      <translation>Try again</translation>
    </message>
    <message>
      <source>再选一次“{name}”</source>
      <translation>Choose “{name}” again</translation>
    </message>
    <message>
      <source>写出应有文字</source>
      <translation>write what it should say</translation>
    </message>
    <message>
      <source>写报告时出错，没有导出。决定都已保存。</source>
      <translation>Something went wrong while the report was written; nothing was exported. Every decision is saved.</translation>
    </message>
    <message>
      <source>写进每个决定和报告</source>
      <translation>goes into every decision and the report</translation>
    </message>
    <message>
      <source>决定</source>
      <translation>Decide</translation>
    </message>
    <message>
      <source>决定和报告里的姓名和审次</source>
      <translation>The name and stage in decisions and the report</translation>
    </message>
    <message>
      <source>决定总是立即保存；存档点是核查库的一份备份</source>
      <translation>decisions are always saved at once; a restore point is a backup of the desk file</translation>
    </message>
    <message>
      <source>决定记在谁名下；初审、复审还是终审</source>
      <translation>Whose name decisions carry; first, second or final reading</translation>
    </message>
    <message>
      <source>出现位置</source>
      <translation>Places</translation>
    </message>
    <message>
      <source>出草稿，每页印“草稿”</source>
      <translation>Make it a draft, marked on each page</translation>
    </message>
    <message>
      <source>分段</source>
      <translation>Paragraphs</translation>
    </message>
    <message>
      <source>分组</source>
      <translation>Group</translation>
    </message>
    <message>
      <source>初审</source>
      <translation>First reading</translation>
    </message>
    <message>
      <source>到（区间的上限）</source>
      <translation>To (upper end of a range)</translation>
    </message>
    <message>
      <source>前后不一</source>
      <translation>Inconsistent</translation>
    </message>
    <message>
      <source>剪贴板里没有文字。先在别处复制稿件，再粘贴。</source>
      <translation>The clipboard holds no text. Copy the article first, then paste.</translation>
    </message>
    <message>
      <source>加上证据</source>
      <translation>Add evidence</translation>
    </message>
    <message>
      <source>单位</source>
      <translation>Unit</translation>
    </message>
    <message>
      <source>单位不明</source>
      <translation>Unclear unit</translation>
    </message>
    <message>
      <source>单位量词</source>
      <translation>Unit or measure word</translation>
    </message>
    <message>
      <source>历史</source>
      <translation>History</translation>
    </message>
    <message>
      <source>原决定有误</source>
      <translation>The decision was wrong</translation>
    </message>
    <message>
      <source>原因</source>
      <translation>Reason</translation>
    </message>
    <message>
      <source>原大</source>
      <translation>Original size</translation>
    </message>
    <message>
      <source>原始材料里的原话</source>
      <translation>The words of the source</translation>
    </message>
    <message>
      <source>原文</source>
      <translation>As it stands</translation>
    </message>
    <message>
      <source>原来的决定</source>
      <translation>Decision so far</translation>
    </message>
    <message>
      <source>原稿照原样读入，没有改动，也没有略去什么。</source>
      <translation>The source was read as it is; nothing was changed or left out.</translation>
    </message>
    <message>
      <source>去看</source>
      <translation>See it</translation>
    </message>
    <message>
      <source>去补</source>
      <translation>Add it</translation>
    </message>
    <message>
      <source>发布者</source>
      <translation>Publisher</translation>
    </message>
    <message>
      <source>发现</source>
      <translation>Findings</translation>
    </message>
    <message>
      <source>发现 {n}</source>
      <translation>Findings {n}</translation>
    </message>
    <message>
      <source>发现都已回应，又没有相符，Enter 不会直接确认；核对后按 1</source>
      <translation>All findings are answered and none is consistent: Enter does not confirm; check it, then press 1</translation>
    </message>
    <message>
      <source>发表日期</source>
      <translation>Published</translation>
    </message>
    <message>
      <source>取消</source>
      <translation>Cancel</translation>
    </message>
    <message>
      <source>口令</source>
      <translation>Password</translation>
    </message>
    <message>
      <source>口令不对，请再输一次。</source>
      <translation>That password is wrong. Try again.</translation>
    </message>
    <message>
      <source>口径不同</source>
      <translation>Counted differently</translation>
    </message>
    <message>
      <source>口径不明</source>
      <translation>Unclear what is counted</translation>
    </message>
    <message>
      <source>另一个窗口已关闭，这里已接管，可以作决定了。</source>
      <translation>The other window has closed; this one has taken over and you can decide.</translation>
    </message>
    <message>
      <source>另一位编辑更新了</source>
      <translation>Another editor made changes</translation>
    </message>
    <message>
      <source>另存到…</source>
      <translation>Save elsewhere…</translation>
    </message>
    <message>
      <source>另存核查库</source>
      <translation>Save the desk file elsewhere</translation>
    </message>
    <message>
      <source>另有依据</source>
      <translation>Another source</translation>
    </message>
    <message>
      <source>另选文件…</source>
      <translation>Other file…</translation>
    </message>
    <message>
      <source>另选文件夹…</source>
      <translation>Choose a folder…</translation>
    </message>
    <message>
      <source>另选核查库</source>
      <translation>Choose a desk file</translation>
    </message>
    <message>
      <source>另选核查库…</source>
      <translation>Choose a desk file…</translation>
    </message>
    <message>
      <source>只在此处不再提出；别处照常，报告里会列出。</source>
      <translation>Not raised here again; elsewhere as ever, and the report lists it.</translation>
    </message>
    <message>
      <source>只对这一处存疑</source>
      <translation>Query this place only</translation>
    </message>
    <message>
      <source>只更正这一处</source>
      <translation>Correct this place only</translation>
    </message>
    <message>
      <source>只有这一处不是数据</source>
      <translation>Only this place is not a figure</translation>
    </message>
    <message>
      <source>只看“{word}”</source>
      <translation>Show “{word}” only</translation>
    </message>
    <message>
      <source>只确认这一处</source>
      <translation>Confirm this place only</translation>
    </message>
    <message>
      <source>只读 · 决定不会保存</source>
      <translation>Read-only · decisions are not saved</translation>
    </message>
    <message>
      <source>只读打开，不能存档</source>
      <translation>Open read-only: no restore point can be made</translation>
    </message>
    <message>
      <source>只读打开，不能导入新稿件</source>
      <translation>Open read-only: no article can be imported</translation>
    </message>
    <message>
      <source>只读打开，决定不会保存</source>
      <translation>Open read-only: decisions are not saved</translation>
    </message>
    <message>
      <source>只读：{who}。</source>
      <translation>Read-only: {who}.</translation>
    </message>
    <message>
      <source>只读：{who}。决定不会保存；那个窗口关闭后，这里自动接管。</source>
      <translation>Read-only: {who}. Decisions are not saved; when that window closes, this one takes over.</translation>
    </message>
    <message>
      <source>同</source>
      <translation>=</translation>
    </message>
    <message>
      <source>同 {count} 处</source>
      <translation>{count} places</translation>
    </message>
    <message>
      <source>同 {number}</source>
      <translation>as {number}</translation>
    </message>
    <message>
      <source>名次</source>
      <translation>Rank</translation>
    </message>
    <message>
      <source>向前扩一字</source>
      <translation>One more character before</translation>
    </message>
    <message>
      <source>向后扩一字</source>
      <translation>One more character after</translation>
    </message>
    <message>
      <source>否定</source>
      <translation>negated</translation>
    </message>
    <message>
      <source>回到原来的核查库</source>
      <translation>Back to the former desk</translation>
    </message>
    <message>
      <source>回到核查</source>
      <translation>Back to checking</translation>
    </message>
    <message>
      <source>回到选中的项</source>
      <translation>Back to the selected item</translation>
    </message>
    <message>
      <source>回到默认位置</source>
      <translation>Back to the usual place</translation>
    </message>
    <message>
      <source>填写</source>
      <translation>Write</translation>
    </message>
    <message>
      <source>备份</source>
      <translation>Backups</translation>
    </message>
    <message>
      <source>备注</source>
      <translation>Note</translation>
    </message>
    <message>
      <source>备注 · {by} {time}：{text}</source>
      <translation>Note · {by} {time}: {text}</translation>
    </message>
    <message>
      <source>备注：{text}</source>
      <translation>Note: {text}</translation>
    </message>
    <message>
      <source>复制</source>
      <translation>Copy</translation>
    </message>
    <message>
      <source>复制详情</source>
      <translation>Copy the details</translation>
    </message>
    <message>
      <source>复审</source>
      <translation>Second reading</translation>
    </message>
    <message>
      <source>外观</source>
      <translation>Appearance</translation>
    </message>
    <message>
      <source>多于</source>
      <translation>more than</translation>
    </message>
    <message>
      <source>多人共用：连接 PostgreSQL 服务器，口令稍后另问</source>
      <translation>For several people: a PostgreSQL server; the password is asked for afterwards</translation>
    </message>
    <message>
      <source>姓名</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>姓名会写进每个决定和报告。</source>
      <translation>The name goes into every decision and the report.</translation>
    </message>
    <message>
      <source>姓名和审次…</source>
      <translation>Name and stage…</translation>
    </message>
    <message>
      <source>存一个存档点</source>
      <translation>Make a restore point</translation>
    </message>
    <message>
      <source>存到文件夹</source>
      <translation>Save to folder</translation>
    </message>
    <message>
      <source>存档点已存为“{name}”。</source>
      <translation>Restore point saved as “{name}”.</translation>
    </message>
    <message>
      <source>存疑</source>
      <translation>Queried</translation>
    </message>
    <message>
      <source>存疑</source>
      <comment>verb</comment>
      <translation>Query</translation>
    </message>
    <message>
      <source>审次</source>
      <translation>Stage</translation>
    </message>
    <message>
      <source>密码</source>
      <translation>Password</translation>
    </message>
    <message>
      <source>密码不对，请再输入一次。</source>
      <translation>That password does not fit. Type it again.</translation>
    </message>
    <message>
      <source>导入</source>
      <translation>Imported</translation>
    </message>
    <message numerus="yes">
      <source>导入 %n 个文件</source>
      <translation>
        <numerusform>Import %n file</numerusform>
        <numerusform>Import %n files</numerusform>
      </translation>
    </message>
    <message>
      <source>导入时认出的，可以改。发表日期定了，今年、去年和星期几就有了年份，发现随即更新。</source>
      <translation>Recognised at import; change what is wrong. The date of publication gives 今年, 去年 and weekdays their year; findings follow at once.</translation>
    </message>
    <message>
      <source>导入说明</source>
      <translation>Import notes</translation>
    </message>
    <message>
      <source>导入说明…</source>
      <translation>Import notes…</translation>
    </message>
    <message>
      <source>导出</source>
      <translation>Export</translation>
    </message>
    <message>
      <source>导出报告</source>
      <translation>Export report</translation>
    </message>
    <message>
      <source>导出报告…</source>
      <translation>Export report…</translation>
    </message>
    <message>
      <source>导出草稿，每页印“草稿”</source>
      <translation>Export a draft, marked on each page</translation>
    </message>
    <message>
      <source>将要确认的项</source>
      <translation>Items to confirm</translation>
    </message>
    <message>
      <source>少于</source>
      <translation>less than</translation>
    </message>
    <message>
      <source>少标或多标了字，就移动标记的两端；根本不是数据，就记为不是数据；读对了而稿件的数不对，就更正。</source>
      <translation>Too few or too many characters marked: move the ends of the mark. No figure at all: say so. Read rightly but wrong in the article: correct it.</translation>
    </message>
    <message>
      <source>尚无人工决定</source>
      <translation>No decision yet</translation>
    </message>
    <message>
      <source>展开</source>
      <translation>Show</translation>
    </message>
    <message>
      <source>展开或收起卡片</source>
      <translation>Open or close the card</translation>
    </message>
    <message>
      <source>已保存{at}</source>
      <translation>Saved{at}</translation>
    </message>
    <message>
      <source>已保存{at} · 可撤销</source>
      <translation>Saved{at} · can be undone</translation>
    </message>
    <message numerus="yes">
      <source>已写好的 %n 个文件留着。</source>
      <translation>
        <numerusform> %n file already written stays.</numerusform>
        <numerusform> %n files already written stay.</numerusform>
      </translation>
    </message>
    <message>
      <source>已加证据</source>
      <translation>Evidence added</translation>
    </message>
    <message>
      <source>已取消</source>
      <translation>Cancelled</translation>
    </message>
    <message>
      <source>已取消。</source>
      <translation>Cancelled.</translation>
    </message>
    <message>
      <source>已回应</source>
      <translation>Answered</translation>
    </message>
    <message numerus="yes">
      <source>已存好 %n 个文件：</source>
      <translation>
        <numerusform>%n file saved:</numerusform>
        <numerusform>%n files saved:</numerusform>
      </translation>
    </message>
    <message>
      <source>已存疑</source>
      <translation>Queried</translation>
    </message>
    <message>
      <source>已导入</source>
      <translation>Imported</translation>
    </message>
    <message numerus="yes">
      <source>已导入，有 %n 处请看：</source>
      <translation>
        <numerusform>Imported, one place to look at: </numerusform>
        <numerusform>Imported, %n places to look at: </numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>已导入；改动 %n 处，见导入说明。</source>
      <translation>
        <numerusform>Imported; %n change, see the import notes.</numerusform>
        <numerusform>Imported; %n changes, see the import notes.</numerusform>
      </translation>
    </message>
    <message>
      <source>已并回</source>
      <translation>Joined again</translation>
    </message>
    <message>
      <source>已开始</source>
      <translation>begun</translation>
    </message>
    <message>
      <source>已忽略</source>
      <translation>Left alone</translation>
    </message>
    <message>
      <source>已忽略：{reason}</source>
      <translation>Left alone: {reason}</translation>
    </message>
    <message>
      <source>已拆出</source>
      <translation>Split off</translation>
    </message>
    <message>
      <source>已换审次</source>
      <translation>Stage changed</translation>
    </message>
    <message>
      <source>已撤销</source>
      <translation>Undone</translation>
    </message>
    <message>
      <source>已改分段</source>
      <translation>Paragraphs joined or parted</translation>
    </message>
    <message>
      <source>已改动</source>
      <translation>Changed</translation>
    </message>
    <message>
      <source>已改理解</source>
      <translation>Reading changed</translation>
    </message>
    <message>
      <source>已改稿件信息</source>
      <translation>Article details changed</translation>
    </message>
    <message>
      <source>已更正</source>
      <translation>Corrected</translation>
    </message>
    <message>
      <source>已查证无误</source>
      <translation>Checked and right</translation>
    </message>
    <message>
      <source>已核 {decided} / {folds}</source>
      <translation>Checked {decided} / {folds}</translation>
    </message>
    <message>
      <source>已核完</source>
      <translation>All checked</translation>
    </message>
    <message>
      <source>已确认</source>
      <translation>Confirmed</translation>
    </message>
    <message>
      <source>已补标</source>
      <translation>Marked by hand</translation>
    </message>
    <message>
      <source>已记为不是数据</source>
      <translation>Marked as not a figure</translation>
    </message>
    <message>
      <source>已记备注</source>
      <translation>Note written</translation>
    </message>
    <message>
      <source>已读毕</source>
      <translation>read</translation>
    </message>
    <message>
      <source>已调整范围</source>
      <translation>Ends moved</translation>
    </message>
    <message>
      <source>已退回待核</source>
      <translation>Back to to-check</translation>
    </message>
    <message>
      <source>已重做</source>
      <translation>Done again</translation>
    </message>
    <message>
      <source>已重新核对</source>
      <translation>Checked again</translation>
    </message>
    <message>
      <source>帮助</source>
      <translation>Help</translation>
    </message>
    <message>
      <source>常用理由</source>
      <translation>Usual reasons</translation>
    </message>
    <message>
      <source>并回重复</source>
      <translation>Join its repeats again</translation>
    </message>
    <message>
      <source>库里已有 {n} 篇</source>
      <translation>{n} already in the library</translation>
    </message>
    <message>
      <source>库里已有，接着核对</source>
      <translation>Known: goes on as it was</translation>
    </message>
    <message>
      <source>应用于</source>
      <translation>Applies to</translation>
    </message>
    <message>
      <source>应读作</source>
      <translation>To be read as</translation>
    </message>
    <message>
      <source>度量</source>
      <translation>Measure</translation>
    </message>
    <message>
      <source>建议</source>
      <translation>Suggestion</translation>
    </message>
    <message>
      <source>开头</source>
      <translation>beginning</translation>
    </message>
    <message numerus="yes">
      <source>开头有 %n 处按这个编码解不出文字，显示为 �。</source>
      <translation>
        <numerusform>At the beginning %n place does not decode in this encoding; it shows as �.</numerusform>
        <numerusform>At the beginning %n places do not decode in this encoding; they show as �.</numerusform>
      </translation>
    </message>
    <message>
      <source>开始核对</source>
      <translation>Start checking</translation>
    </message>
    <message>
      <source>引文</source>
      <translation>Quote</translation>
    </message>
    <message>
      <source>待核</source>
      <translation>To check</translation>
    </message>
    <message>
      <source>待核 {n} 项</source>
      <translation>{n} to check</translation>
    </message>
    <message>
      <source>必填 · Alt+数字选常用理由</source>
      <translation>Required · Alt+digit picks a usual one</translation>
    </message>
    <message>
      <source>忽略一条发现：{reason}</source>
      <translation>Left a finding alone: {reason}</translation>
    </message>
    <message>
      <source>忽略这一条</source>
      <translation>Leave it alone</translation>
    </message>
    <message>
      <source>恢复成副本，先看看…</source>
      <translation>Restore to a copy first…</translation>
    </message>
    <message>
      <source>成语、代号、套话</source>
      <translation>idiom, code, set phrase</translation>
    </message>
    <message>
      <source>截图</source>
      <translation>screenshot</translation>
    </message>
    <message>
      <source>所计</source>
      <translation>Counts</translation>
    </message>
    <message>
      <source>打不开“{name}”</source>
      <translation>Cannot open “{name}”</translation>
    </message>
    <message>
      <source>打不开稿件</source>
      <translation>Cannot open the article</translation>
    </message>
    <message>
      <source>打开</source>
      <translation>Open</translation>
    </message>
    <message>
      <source>打开一篇稿件，数字会自动标出，逐段核对。稿件只留在这台电脑上。</source>
      <translation>Open an article: its figures are marked and you check them paragraph by paragraph. Nothing leaves this computer.</translation>
    </message>
    <message>
      <source>打开所在文件夹</source>
      <translation>Show in folder</translation>
    </message>
    <message>
      <source>打开稿件</source>
      <translation>Open an article</translation>
    </message>
    <message>
      <source>打开稿件…</source>
      <translation>Open…</translation>
    </message>
    <message>
      <source>打开选中的稿件</source>
      <translation>Open the selected article</translation>
    </message>
    <message>
      <source>打开链接</source>
      <translation>Open link</translation>
    </message>
    <message>
      <source>扩一字 →</source>
      <translation>one more →</translation>
    </message>
    <message>
      <source>批注</source>
      <translation>Remark</translation>
    </message>
    <message>
      <source>批注：{words}</source>
      <translation>Comment: {words}</translation>
    </message>
    <message>
      <source>把剪贴板里的文字作为一篇稿件打开</source>
      <translation>opens the text of the clipboard as an article</translation>
    </message>
    <message>
      <source>把选中文字标为数据</source>
      <translation>Mark the selected words as a figure</translation>
    </message>
    <message>
      <source>报告存到</source>
      <translation>Reports go to</translation>
    </message>
    <message>
      <source>报告已存为“{name}”。</source>
      <translation>Report saved as “{name}”.</translation>
    </message>
    <message>
      <source>拆出一处</source>
      <translation>Split off a place</translation>
    </message>
    <message>
      <source>拆出这一处</source>
      <translation>Split off this place</translation>
    </message>
    <message>
      <source>拖进来，或选择文件</source>
      <translation>Drop it here or choose a file</translation>
    </message>
    <message>
      <source>按判断分组</source>
      <translation>By verdict</translation>
    </message>
    <message>
      <source>按勾选的接上</source>
      <translation>Join what is ticked</translation>
    </message>
    <message>
      <source>按带格式的重读</source>
      <translation>Read the formatted copy</translation>
    </message>
    <message>
      <source>按文中次序</source>
      <translation>In text order</translation>
    </message>
    <message>
      <source>按此理解</source>
      <translation>Read it so</translation>
    </message>
    <message>
      <source>按段落分组</source>
      <translation>By paragraph</translation>
    </message>
    <message>
      <source>按状态、种类、规则、单位、段号筛选</source>
      <translation>by state, kind, check, unit or paragraph</translation>
    </message>
    <message>
      <source>按纯文字粘贴；剪贴板里还有带格式的一份，能认出表格、隐藏文字和删除线。</source>
      <translation>Pasted as plain text; the clipboard also holds a formatted copy, which shows tables, hidden and struck text.</translation>
    </message>
    <message>
      <source>按规则分组</source>
      <translation>By check</translation>
    </message>
    <message>
      <source>按这个编码重读</source>
      <translation>Read in this encoding</translation>
    </message>
    <message>
      <source>按键</source>
      <translation>Keys</translation>
    </message>
    <message>
      <source>按风险</source>
      <translation>By risk</translation>
    </message>
    <message>
      <source>按风险排序</source>
      <translation>Order by risk</translation>
    </message>
    <message>
      <source>换一个文件…</source>
      <translation>Choose another…</translation>
    </message>
    <message>
      <source>换回</source>
      <translation>Put back</translation>
    </message>
    <message>
      <source>换回备份</source>
      <translation>Put a backup back</translation>
    </message>
    <message>
      <source>换回这个备份…</source>
      <translation>Put this one back…</translation>
    </message>
    <message>
      <source>换编码重读</source>
      <translation>Read in another encoding</translation>
    </message>
    <message>
      <source>换编码重读…</source>
      <translation>Read in another encoding…</translation>
    </message>
    <message>
      <source>接上断开的段</source>
      <translation>Join cut paragraphs</translation>
    </message>
    <message>
      <source>接上断开的段…</source>
      <translation>Join cut paragraphs…</translation>
    </message>
    <message>
      <source>接着上次：第 {n} 段，还有 {left} 项。</source>
      <translation>Where you left off: paragraph {n}, {left} to go.</translation>
    </message>
    <message>
      <source>提交更正</source>
      <translation>Correct</translation>
    </message>
    <message>
      <source>提示 {count} 条</source>
      <translation>{count} hints</translation>
    </message>
    <message>
      <source>提示：用语、格式</source>
      <translation>Hints: wording and style</translation>
    </message>
    <message>
      <source>撤销</source>
      <translation>Undo</translation>
    </message>
    <message>
      <source>撤销了一步</source>
      <translation>Undid a step</translation>
    </message>
    <message>
      <source>收起</source>
      <translation>Fold</translation>
    </message>
    <message>
      <source>收起，留草稿</source>
      <translation>Close, keep the draft</translation>
    </message>
    <message>
      <source>改为</source>
      <translation>Should be</translation>
    </message>
    <message>
      <source>改为{state}</source>
      <translation>Change to: {state}</translation>
    </message>
    <message>
      <source>改动 {old} → {new}</source>
      <translation>Change {old} → {new}</translation>
    </message>
    <message>
      <source>改后</source>
      <translation>Then</translation>
    </message>
    <message>
      <source>改后的稿件</source>
      <translation>Corrected manuscript</translation>
    </message>
    <message>
      <source>改后窗口重新打开</source>
      <translation>the window opens again when changed</translation>
    </message>
    <message>
      <source>改后重新核对，退回待核</source>
      <translation>Checked anew, back to to-check</translation>
    </message>
    <message>
      <source>改后重查</source>
      <translation>Checked again</translation>
    </message>
    <message>
      <source>改理解：{before} → {after}</source>
      <translation>Reading changed: {before} → {after}</translation>
    </message>
    <message>
      <source>改软件的理解</source>
      <translation>Change the reading</translation>
    </message>
    <message>
      <source>放大</source>
      <translation>Larger</translation>
    </message>
    <message>
      <source>数值</source>
      <translation>Value</translation>
    </message>
    <message>
      <source>数值 {value}</source>
      <translation>Value {value}</translation>
    </message>
    <message>
      <source>数值不变 {value}</source>
      <translation>Value unchanged {value}</translation>
    </message>
    <message>
      <source>数值变成 0，请看有没有写错。</source>
      <translation>The value becomes 0: is that a slip?</translation>
    </message>
    <message>
      <source>数值变成原来的 1/{times}，请看数值和单位有没有写错。</source>
      <translation>The value becomes 1/{times} of what it was: is there a slip in the value or the unit?</translation>
    </message>
    <message>
      <source>数值变成原来的 {times} 倍，请看数值和单位有没有写错。</source>
      <translation>The value becomes {times} times what it was: is there a slip in the value or the unit?</translation>
    </message>
    <message>
      <source>数字键 {digit}</source>
      <translation>digit {digit}</translation>
    </message>
    <message>
      <source>数据 {text}</source>
      <translation>Figure {text}</translation>
    </message>
    <message>
      <source>数据卡</source>
      <translation>Card</translation>
    </message>
    <message>
      <source>数据库服务器的地址</source>
      <translation>Address of the database server</translation>
    </message>
    <message>
      <source>数据库要口令</source>
      <translation>The database wants a password</translation>
    </message>
    <message>
      <source>数量</source>
      <translation>Count</translation>
    </message>
    <message>
      <source>文件</source>
      <translation>File</translation>
    </message>
    <message>
      <source>文件设有打开密码</source>
      <translation>The file is locked</translation>
    </message>
    <message>
      <source>文字大小</source>
      <translation>Text size</translation>
    </message>
    <message>
      <source>文字大小 {zoom}%</source>
      <translation>Text size {zoom}%</translation>
    </message>
    <message>
      <source>文字编码</source>
      <translation>Encoding</translation>
    </message>
    <message>
      <source>文字编码不确定</source>
      <translation>Encoding uncertain</translation>
    </message>
    <message>
      <source>文章</source>
      <translation>Article</translation>
    </message>
    <message>
      <source>断开的段</source>
      <translation>Cut paragraphs</translation>
    </message>
    <message>
      <source>新导入 {n} 篇</source>
      <translation>{n} imported</translation>
    </message>
    <message>
      <source>方向</source>
      <translation>Direction</translation>
    </message>
    <message>
      <source>方向写反</source>
      <translation>Wrong direction</translation>
    </message>
    <message>
      <source>无出处</source>
      <translation>No source</translation>
    </message>
    <message>
      <source>无法核实</source>
      <translation>Cannot be verified</translation>
    </message>
    <message>
      <source>无题</source>
      <translation>Untitled</translation>
    </message>
    <message>
      <source>既不在数据里、也说不出理由的数字</source>
      <translation>numerals that are in no item and that nothing explains</translation>
    </message>
    <message>
      <source>既不在数据里，也不属成语、编号一类</source>
      <translation>In no item, and no idiom, number of a list or the like</translation>
    </message>
    <message>
      <source>日期</source>
      <translation>Date</translation>
    </message>
    <message>
      <source>日期请写成 2020-03-11 或 2020年3月11日。</source>
      <translation>Write the date as 2020-03-11 or 2020年3月11日.</translation>
    </message>
    <message>
      <source>时刻</source>
      <translation>Time</translation>
    </message>
    <message>
      <source>时点</source>
      <translation>As of</translation>
    </message>
    <message>
      <source>时长</source>
      <translation>Duration</translation>
    </message>
    <message>
      <source>时间</source>
      <translation>Time</translation>
    </message>
    <message>
      <source>时间不明</source>
      <translation>Unclear time</translation>
    </message>
    <message>
      <source>显示提示项</source>
      <translation>Show hints</translation>
    </message>
    <message>
      <source>更正</source>
      <translation>Correct</translation>
    </message>
    <message>
      <source>更正中 · 未提交</source>
      <translation>Correcting · not committed</translation>
    </message>
    <message>
      <source>更正写了一半，没有提交；按 2 接着写</source>
      <translation>A correction was begun and not committed; press 2 to go on</translation>
    </message>
    <message>
      <source>更正有草稿</source>
      <translation>Draft correction</translation>
    </message>
    <message>
      <source>更正有草稿，按 {key} 接着写</source>
      <translation>A correction was begun: press {key} to go on</translation>
    </message>
    <message>
      <source>更正缺理由 {n} 项</source>
      <translation>{n} corrections without a reason</translation>
    </message>
    <message>
      <source>更正须有证据，或注明“编辑判断”</source>
      <translation>Wanted for a correction, or judgement</translation>
    </message>
    <message>
      <source>最近的文件</source>
      <translation>Recent files</translation>
    </message>
    <message>
      <source>有 {open}，Enter 不会直接确认。按 {confirm} 写理由确认，按 {answer} 只回应发现</source>
      <translation>{open}, so Enter does not confirm. {confirm} confirms with a reason, {answer} answers the finding only</translation>
    </message>
    <message>
      <source>有内容</source>
      <translation>text</translation>
    </message>
    <message>
      <source>有存疑或待看的项</source>
      <translation>queried or open items</translation>
    </message>
    <message>
      <source>有引文、标题、链接或附件</source>
      <translation>quote, title, link or file</translation>
    </message>
    <message>
      <source>有改动</source>
      <translation>a change</translation>
    </message>
    <message>
      <source>有无漏标？</source>
      <translation>Anything missed?</translation>
    </message>
    <message>
      <source>有未回应的矛盾</source>
      <translation>an unanswered contradiction</translation>
    </message>
    <message>
      <source>有理由</source>
      <translation>a reason</translation>
    </message>
    <message>
      <source>有相符、无未回应的发现，才确认</source>
      <translation>confirms only with a ✓ and no open finding</translation>
    </message>
    <message>
      <source>服务器上的核查库由管理员用 pg_dump 备份。</source>
      <translation>A desk on a server is backed up by its administrator with pg_dump.</translation>
    </message>
    <message>
      <source>未列入</source>
      <translation>Left out</translation>
    </message>
    <message>
      <source>未回应</source>
      <translation>Unanswered</translation>
    </message>
    <message>
      <source>未回应的发现</source>
      <translation>Unanswered findings</translation>
    </message>
    <message>
      <source>未回应的矛盾 {n} 条</source>
      <translation>{n} contradictions unanswered</translation>
    </message>
    <message>
      <source>未打开过</source>
      <translation>Not opened yet</translation>
    </message>
    <message>
      <source>未找到可比对的数</source>
      <translation>Nothing to compare with</translation>
    </message>
    <message>
      <source>未找到可比对的数。这不表示数字属实。</source>
      <translation>Nothing to compare with. That does not make the figure true.</translation>
    </message>
    <message>
      <source>未说明的数字</source>
      <translation>Unexplained numerals</translation>
    </message>
    <message>
      <source>未说明的数字…</source>
      <translation>Unexplained numerals…</translation>
    </message>
    <message>
      <source>未读</source>
      <translation>unread</translation>
    </message>
    <message>
      <source>未读毕 {n} 段</source>
      <translation>{n} paragraphs not read</translation>
    </message>
    <message>
      <source>本段 {decided}/{count}，有无漏标？</source>
      <translation>This paragraph {decided}/{count}. Was any figure missed?</translation>
    </message>
    <message>
      <source>本段已读毕。</source>
      <translation>This paragraph is read.</translation>
    </message>
    <message>
      <source>本段没有可以一并确认的项：要有相符的算式，又没有未回应的发现</source>
      <translation>Nothing here can be confirmed at once: an item needs a formula that bears it out and no open finding</translation>
    </message>
    <message>
      <source>本段没有数字</source>
      <translation>No figures here</translation>
    </message>
    <message>
      <source>本段读毕</source>
      <translation>Paragraph read</translation>
    </message>
    <message>
      <source>本稿用过的证据</source>
      <translation>Evidence used in this article</translation>
    </message>
    <message>
      <source>本项 · {number} 段</source>
      <translation>This item · ¶ {number}</translation>
    </message>
    <message>
      <source>来源</source>
      <translation>Source</translation>
    </message>
    <message>
      <source>查找</source>
      <translation>Find</translation>
    </message>
    <message>
      <source>查找上一个</source>
      <translation>Find previous</translation>
    </message>
    <message>
      <source>查找下一个</source>
      <translation>Find next</translation>
    </message>
    <message>
      <source>查按键或命令</source>
      <translation>Search keys or commands</translation>
    </message>
    <message>
      <source>查检查的名称或内容</source>
      <translation>Find a check by name or content</translation>
    </message>
    <message>
      <source>查阅日期</source>
      <translation>Retrieved</translation>
    </message>
    <message>
      <source>查题目或文件名</source>
      <translation>Search titles or file names</translation>
    </message>
    <message>
      <source>标题</source>
      <translation>Title</translation>
    </message>
    <message>
      <source>核对中文新闻里的数字。稿件只留在这台电脑上。</source>
      <translation>Checks the numbers in Chinese news. Nothing leaves this computer.</translation>
    </message>
    <message>
      <source>核对发现</source>
      <translation>Findings</translation>
    </message>
    <message>
      <source>核对规则</source>
      <translation>Checks</translation>
    </message>
    <message>
      <source>核对规则没有发现问题，也没有可互相印证的数字。这不表示数字属实。</source>
      <translation>The checks found no problem and nothing to set against each other. That does not make the figures true.</translation>
    </message>
    <message>
      <source>核对规则说明</source>
      <translation>What the checks do</translation>
    </message>
    <message>
      <source>核对：要有回应</source>
      <translation>Checks: ask for an answer</translation>
    </message>
    <message>
      <source>核数</source>
      <translation>核数</translation>
    </message>
    <message>
      <source>核查</source>
      <translation>Check</translation>
    </message>
    <message>
      <source>核查库</source>
      <translation>Desk file</translation>
    </message>
    <message>
      <source>核查库 (*.sqlite)</source>
      <translation>Desk file (*.sqlite)</translation>
    </message>
    <message>
      <source>核查库与备份</source>
      <translation>Desk file and backups</translation>
    </message>
    <message>
      <source>核查库已损坏，没有改动它。可用 annotator db restore 从备份恢复。</source>
      <translation>The desk file is damaged; it was not changed. `annotator db restore` brings a backup back.</translation>
    </message>
    <message>
      <source>核查库打不开</source>
      <translation>The desk file cannot be opened</translation>
    </message>
    <message>
      <source>核查库打不开：{reason}</source>
      <translation>The desk file cannot be opened: {reason}</translation>
    </message>
    <message>
      <source>核查库正由另一个窗口使用：{who}。</source>
      <translation>The desk file is in use in another window, {who}.</translation>
    </message>
    <message>
      <source>核查库还没有打开</source>
      <translation>The desk file is not open yet</translation>
    </message>
    <message>
      <source>核查库：{database}</source>
      <translation>Desk file: {database}</translation>
    </message>
    <message>
      <source>核查报告</source>
      <translation>Verification report</translation>
    </message>
    <message>
      <source>检查</source>
      <translation>Checks</translation>
    </message>
    <message>
      <source>正在写：{format}</source>
      <translation>Writing: {format}</translation>
    </message>
    <message>
      <source>正在打开稿件…</source>
      <translation>Opening the article…</translation>
    </message>
    <message>
      <source>正在找出数字…</source>
      <translation>Finding the figures…</translation>
    </message>
    <message>
      <source>正在读“{name}”…</source>
      <translation>Reading “{name}”…</translation>
    </message>
    <message>
      <source>正在读…</source>
      <translation>Reading…</translation>
    </message>
    <message>
      <source>正在读第 {n} 个，共 {count} 个…</source>
      <translation>Reading {n} of {count}…</translation>
    </message>
    <message>
      <source>正在重新核对…</source>
      <translation>Checking again…</translation>
    </message>
    <message>
      <source>正在重新核对，Enter 暂时不确认；核对过的可按 1</source>
      <translation>Checking again: Enter does not confirm for now; press 1 for what you have checked</translation>
    </message>
    <message>
      <source>正在重新核对，核对完再一并确认</source>
      <translation>Checking again: confirm them together when it is done</translation>
    </message>
    <message>
      <source>正在重新核对，核对完再导出</source>
      <translation>Checking again: export when it is done</translation>
    </message>
    <message>
      <source>正在重新核对：这是上一次的结果，可能已经不对。</source>
      <translation>Checking again: this is the last result and may be right no more.</translation>
    </message>
    <message>
      <source>正在重查…</source>
      <translation>Checking again…</translation>
    </message>
    <message>
      <source>此处忽略</source>
      <translation>Leave alone here</translation>
    </message>
    <message>
      <source>段</source>
      <translation>¶</translation>
    </message>
    <message>
      <source>段号</source>
      <translation>Paragraph</translation>
    </message>
    <message>
      <source>段号 1 到 {count}</source>
      <translation>Paragraph 1 to {count}</translation>
    </message>
    <message>
      <source>段落</source>
      <translation>Paragraphs</translation>
    </message>
    <message>
      <source>每个决定在作出时就已写入核查库，没有丢失。可以继续核查；若再次出错，请关闭窗口重新打开，并把下面的详情发给维护者。</source>
      <translation>Each decision was written to the desk file when it was made; none is lost. You can go on. If it happens again, close the window, open it again and send the details below to the maintainers.</translation>
    </message>
    <message>
      <source>比例</source>
      <translation>Ratio</translation>
    </message>
    <message>
      <source>比分</source>
      <translation>Score</translation>
    </message>
    <message numerus="yes">
      <source>没有。另有 %n 处数字写明了不列的理由（成语、序号、专名等）。</source>
      <translation>
        <numerusform>None. One more numeral has its reason for not being listed (idiom, list number, name …).</numerusform>
        <numerusform>None. %n more numerals have their reasons for not being listed (idioms, list numbers, names …).</numerusform>
      </translation>
    </message>
    <message>
      <source>没有像是被切断的段</source>
      <translation>No paragraph looks cut</translation>
    </message>
    <message>
      <source>没有写下文件。</source>
      <translation> No file was written.</translation>
    </message>
    <message>
      <source>没有可撤销的步骤</source>
      <translation>Nothing to undo</translation>
    </message>
    <message>
      <source>没有可比对的数，Enter 不会直接确认；按 1 确认</source>
      <translation>Nothing to compare with: Enter does not confirm; press 1</translation>
    </message>
    <message>
      <source>没有可比对的数，Enter 不会直接确认；核对后按 1</source>
      <translation>Nothing to compare with: Enter does not confirm; check it, then press 1</translation>
    </message>
    <message>
      <source>没有可重做的步骤</source>
      <translation>Nothing to redo</translation>
    </message>
    <message>
      <source>没有导入</source>
      <translation>Not imported</translation>
    </message>
    <message>
      <source>没有导入任何内容。</source>
      <translation>Nothing was imported.</translation>
    </message>
    <message>
      <source>没有待核的项了</source>
      <translation>Nothing is left to check</translation>
    </message>
    <message>
      <source>没有打开核查库，附件没有地方存放</source>
      <translation>No desk file is open, so there is no place for the file</translation>
    </message>
    <message>
      <source>没有找到</source>
      <translation>Not found</translation>
    </message>
    <message>
      <source>没有数字了</source>
      <translation>no number any more</translation>
    </message>
    <message>
      <source>没有未保存的决定</source>
      <translation>No decision is unsaved</translation>
    </message>
    <message>
      <source>没有未回应的发现，有相符：按 Enter 确认</source>
      <translation>Borne out and nothing open: Enter confirms</translation>
    </message>
    <message>
      <source>没有符合条件的项。</source>
      <translation>Nothing matches.</translation>
    </message>
    <message>
      <source>没有装钥匙串组件（heshu-annotator[keyring]），口令只用这一次。</source>
      <translation>The keyring is not installed (heshu-annotator[keyring]): the password is used this once.</translation>
    </message>
    <message>
      <source>没有读，已取消</source>
      <translation>Not read, cancelled</translation>
    </message>
    <message>
      <source>浅色</source>
      <translation>Light</translation>
    </message>
    <message>
      <source>深色</source>
      <translation>Dark</translation>
    </message>
    <message>
      <source>添加证据</source>
      <translation>Add evidence</translation>
    </message>
    <message>
      <source>清空记录</source>
      <translation>Clear the list</translation>
    </message>
    <message>
      <source>清除筛选</source>
      <translation>Clear filter</translation>
    </message>
    <message>
      <source>漏标的数字，选中后按 Insert 标出；没有，就按 Enter 读毕。</source>
      <translation>Select a figure that was missed and press Insert; if none was, press Enter to mark as read.</translation>
    </message>
    <message>
      <source>点一下放大</source>
      <translation>Click to read it</translation>
    </message>
    <message>
      <source>点一下缩小</source>
      <translation>Click to make it smaller</translation>
    </message>
    <message>
      <source>照原样读入</source>
      <translation>Read as it is</translation>
    </message>
    <message>
      <source>版面切断的句子合起来读</source>
      <translation>Read sentences that the page layout cuts as one</translation>
    </message>
    <message>
      <source>现在所在的一处</source>
      <translation>The place you are at</translation>
    </message>
    <message>
      <source>现在的核查库</source>
      <translation>The desk file now</translation>
    </message>
    <message>
      <source>理由</source>
      <translation>Reason</translation>
    </message>
    <message>
      <source>理由记在决定里，也是对发现的回应；报告里会列出。</source>
      <translation>The reason is kept with the decision and answers the findings; the report lists it.</translation>
    </message>
    <message>
      <source>用新文件代替链接</source>
      <translation>Replace the link by the new file</translation>
    </message>
    <message>
      <source>用语、格式一类的提示</source>
      <translation>wording, style and the like</translation>
    </message>
    <message>
      <source>界面语言</source>
      <translation>Language</translation>
    </message>
    <message>
      <source>百分比</source>
      <translation>Percentage</translation>
    </message>
    <message>
      <source>相符</source>
      <translation>Consistent</translation>
    </message>
    <message>
      <source>相符则确认；段末读毕</source>
      <translation>Confirm what is consistent; mark as read</translation>
    </message>
    <message>
      <source>看断开的段…</source>
      <translation>Show cut paragraphs…</translation>
    </message>
    <message>
      <source>看样稿</source>
      <translation>Show the sample</translation>
    </message>
    <message>
      <source>看过算式的另一处之后，回到原处</source>
      <translation>after a look at the other place of a formula</translation>
    </message>
    <message>
      <source>矛盾</source>
      <translation>Contradiction</translation>
    </message>
    <message>
      <source>知道了</source>
      <translation>OK</translation>
    </message>
    <message>
      <source>确认</source>
      <translation>Confirm</translation>
    </message>
    <message>
      <source>确认并回应发现</source>
      <translation>Confirm and answer the findings</translation>
    </message>
    <message>
      <source>确认本段全部相符的项</source>
      <translation>Confirm all consistent items here</translation>
    </message>
    <message>
      <source>确认本段全部相符的项…</source>
      <translation>Confirm all consistent items here…</translation>
    </message>
    <message numerus="yes">
      <source>确认这 %n 项</source>
      <translation>
        <numerusform>Confirm this item</numerusform>
        <numerusform>Confirm these %n items</numerusform>
      </translation>
    </message>
    <message>
      <source>确认，发现按此回应</source>
      <translation>Confirm, with this as the answer</translation>
    </message>
    <message>
      <source>移动标记</source>
      <translation>Move the mark</translation>
    </message>
    <message>
      <source>移动标记的两端</source>
      <translation>Move the ends of the mark</translation>
    </message>
    <message>
      <source>移动标记：Shift+← → 移动一端，Tab 换一端，Enter 完成，Esc 放弃</source>
      <translation>Moving the mark: Shift+← → moves one end, Tab changes ends, Enter finishes, Esc gives up</translation>
    </message>
    <message>
      <source>移除</source>
      <translation>Remove</translation>
    </message>
    <message>
      <source>移除…</source>
      <translation>Remove…</translation>
    </message>
    <message>
      <source>移除稿件</source>
      <translation>Remove the article</translation>
    </message>
    <message>
      <source>程序出错</source>
      <translation>The program failed</translation>
    </message>
    <message>
      <source>程序出错，决定都已保存</source>
      <translation>The program failed; every decision is saved</translation>
    </message>
    <message>
      <source>稿件</source>
      <translation>Article</translation>
    </message>
    <message>
      <source>稿件 (*.txt *.md *.docx *.docm *.html *.htm *.mht *.pdf *.rtf);;所有文件 (*)</source>
      <translation>Articles (*.txt *.md *.docx *.docm *.html *.htm *.mht *.pdf *.rtf);;All files (*)</translation>
    </message>
    <message>
      <source>稿件、决定、证据和草稿都会移除，不能撤销；记录里只留下移除过这篇稿件。要移除，请输入题目：</source>
      <translation>The article, its decisions, evidence and drafts are removed for good; the log keeps only that it was there. To remove it, type its title:</translation>
    </message>
    <message>
      <source>稿件信息</source>
      <translation>Article details</translation>
    </message>
    <message>
      <source>稿件信息…</source>
      <translation>Article details…</translation>
    </message>
    <message>
      <source>稿件已改</source>
      <translation>The article was changed</translation>
    </message>
    <message>
      <source>稿件库</source>
      <translation>Library</translation>
    </message>
    <message>
      <source>稿件库…</source>
      <translation>Library…</translation>
    </message>
    <message>
      <source>空着则用文档文件夹</source>
      <translation>empty: the documents folder</translation>
    </message>
    <message>
      <source>立即备份</source>
      <translation>Back up now</translation>
    </message>
    <message>
      <source>笔误</source>
      <translation>Slip of the pen</translation>
    </message>
    <message>
      <source>第 1 页</source>
      <translation>page 1</translation>
    </message>
    <message>
      <source>第 {numbers} 段</source>
      <translation>Paragraph {numbers}</translation>
    </message>
    <message>
      <source>第 {number} 处，共 {count} 处</source>
      <translation>Place {number} of {count}</translation>
    </message>
    <message>
      <source>第 {number} 季度</source>
      <translation>quarter {number}</translation>
    </message>
    <message>
      <source>第 {number} 段</source>
      <translation>Paragraph {number}</translation>
    </message>
    <message>
      <source>第 {n} 段</source>
      <translation>Paragraph {n}</translation>
    </message>
    <message>
      <source>第 {paragraph} 段 · {number}/{count} 项</source>
      <translation>Paragraph {paragraph} · item {number}/{count}</translation>
    </message>
    <message>
      <source>第 {paragraph} 段第 {number} 项，共 {count} 项</source>
      <translation>paragraph {paragraph}, item {number} of {count}</translation>
    </message>
    <message>
      <source>第 {paragraph} 段，已核 {decided}，共 {count} 项</source>
      <translation>Paragraph {paragraph}, {decided} checked of {count} items</translation>
    </message>
    <message>
      <source>第 {paragraph} 段，没有数字</source>
      <translation>Paragraph {paragraph}, no figures</translation>
    </message>
    <message>
      <source>第几页、哪张表、哪一段</source>
      <translation>Page, table, paragraph</translation>
    </message>
    <message>
      <source>等待</source>
      <translation>Waiting</translation>
    </message>
    <message>
      <source>筛选</source>
      <translation>Filter</translation>
    </message>
    <message>
      <source>篇幅</source>
      <translation>Length</translation>
    </message>
    <message>
      <source>类别</source>
      <translation>Kind</translation>
    </message>
    <message>
      <source>粘贴为新稿件</source>
      <translation>Paste as a new article</translation>
    </message>
    <message>
      <source>粘贴文字</source>
      <translation>Paste text</translation>
    </message>
    <message>
      <source>粘贴的文字</source>
      <translation>Pasted text</translation>
    </message>
    <message>
      <source>精确</source>
      <translation>exact</translation>
    </message>
    <message>
      <source>约</source>
      <translation>about</translation>
    </message>
    <message>
      <source>约数，允许误差</source>
      <translation>An approximate figure</translation>
    </message>
    <message>
      <source>终审</source>
      <translation>Final reading</translation>
    </message>
    <message>
      <source>结果</source>
      <translation>Result</translation>
    </message>
    <message>
      <source>给自己、下一位核对者或作者</source>
      <translation>For yourself, the next checker or the author</translation>
    </message>
    <message>
      <source>编辑</source>
      <translation>Edit</translation>
    </message>
    <message>
      <source>编辑判断，无外部证据</source>
      <translation>Editor's judgement, no outside evidence</translation>
    </message>
    <message>
      <source>缩小</source>
      <translation>Smaller</translation>
    </message>
    <message>
      <source>自动留存，越旧越稀；每份做完都查过一遍。同在 {folder}</source>
      <translation>Kept by themselves, fewer the older; each was checked when it was made. All in {folder}</translation>
    </message>
    <message>
      <source>自定义…</source>
      <translation>Change keys…</translation>
    </message>
    <message>
      <source>至少 1 条，或“编辑判断”</source>
      <translation>At least one, or “editor's judgement”</translation>
    </message>
    <message>
      <source>补标</source>
      <translation>marked by hand</translation>
    </message>
    <message>
      <source>要密码</source>
      <translation>Locked</translation>
    </message>
    <message>
      <source>规则误报</source>
      <translation>The check is wrong</translation>
    </message>
    <message>
      <source>视图</source>
      <translation>View</translation>
    </message>
    <message>
      <source>计划或预测</source>
      <translation>plan or forecast</translation>
    </message>
    <message>
      <source>让 {number} 段的这一处有自己的决定</source>
      <translation>Give this place in ¶ {number} its own decision</translation>
    </message>
    <message>
      <source>让这一处有自己的决定</source>
      <translation>gives this place its own decision</translation>
    </message>
    <message>
      <source>记下</source>
      <translation>Write down</translation>
    </message>
    <message>
      <source>记为存疑</source>
      <translation>Query</translation>
    </message>
    <message>
      <source>记住（系统钥匙串）</source>
      <translation>Remember it (system keyring)</translation>
    </message>
    <message>
      <source>设置</source>
      <translation>Settings</translation>
    </message>
    <message>
      <source>设置…</source>
      <translation>Settings…</translation>
    </message>
    <message>
      <source>证据</source>
      <translation>Evidence</translation>
    </message>
    <message>
      <source>证据与备注</source>
      <translation>Evidence and note</translation>
    </message>
    <message>
      <source>证据或编辑判断</source>
      <translation>evidence or judgement</translation>
    </message>
    <message>
      <source>证据：{title}</source>
      <translation>Evidence: {title}</translation>
    </message>
    <message>
      <source>语气</source>
      <translation>Mood</translation>
    </message>
    <message>
      <source>说明</source>
      <translation>Page</translation>
    </message>
    <message>
      <source>说明</source>
      <comment>what an import did</comment>
      <translation>What the import did</translation>
    </message>
    <message>
      <source>请作者或来源答复</source>
      <translation>ask the author or the source</translation>
    </message>
    <message>
      <source>请留意</source>
      <translation>Look here</translation>
    </message>
    <message>
      <source>请看</source>
      <translation>Look</translation>
    </message>
    <message>
      <source>请谁答复</source>
      <translation>Who is to answer</translation>
    </message>
    <message>
      <source>请输入“{name}”的密码。密码只用来打开这一次，不保存。</source>
      <translation>Type the password of “{name}”. It is used this once and kept nowhere.</translation>
    </message>
    <message>
      <source>读不出数值</source>
      <translation>No value can be read</translation>
    </message>
    <message numerus="yes">
      <source>读入原稿时改动、略去或不能确定之处，共 %n 条。选一条，文中就显示它的位置。</source>
      <translation>
        <numerusform>%n thing that reading the source changed, dropped or could not tell. Select it to see its place in the article.</numerusform>
        <numerusform>%n things that reading the source changed, dropped or could not tell. Select one to see its place in the article.</numerusform>
      </translation>
    </message>
    <message>
      <source>读入原稿时改动、略去或不能确定之处；修订和批注</source>
      <translation>What reading the source changed, dropped or could not tell; tracked changes and comments</translation>
    </message>
    <message>
      <source>读出的样子</source>
      <translation>How it reads</translation>
    </message>
    <message>
      <source>读得通</source>
      <translation>Readable</translation>
    </message>
    <message>
      <source>读得通，导入</source>
      <translation>Yes, import</translation>
    </message>
    <message>
      <source>读毕</source>
      <translation>read</translation>
    </message>
    <message>
      <source>谁在核对？</source>
      <translation>Who is checking?</translation>
    </message>
    <message>
      <source>调整范围</source>
      <translation>ends moved</translation>
    </message>
    <message>
      <source>谓语</source>
      <translation>Predicate</translation>
    </message>
    <message>
      <source>走读</source>
      <translation>Walk</translation>
    </message>
    <message>
      <source>走读时停在次要项</source>
      <translation>Stop at minor figures, too</translation>
    </message>
    <message>
      <source>跟随系统</source>
      <translation>Follow the system</translation>
    </message>
    <message>
      <source>跳到</source>
      <translation>Go</translation>
    </message>
    <message>
      <source>跳到某段</source>
      <translation>Go to paragraph</translation>
    </message>
    <message>
      <source>跳到某段…</source>
      <translation>Go to paragraph…</translation>
    </message>
    <message>
      <source>跳到第一段</source>
      <translation>Go to the first</translation>
    </message>
    <message>
      <source>跳到第一项</source>
      <translation>Go to the first</translation>
    </message>
    <message>
      <source>跳到这一处</source>
      <translation>Go there</translation>
    </message>
    <message>
      <source>软件的理解</source>
      <translation>What was understood</translation>
    </message>
    <message>
      <source>输入法打开时，候选未上屏的按键不会触发任何决定。Backspace 与 Delete 从不改变决定。</source>
      <translation>While the input method composes, no key decides anything. Backspace and Delete never change a decision.</translation>
    </message>
    <message>
      <source>返回核查</source>
      <translation>Back to checking</translation>
    </message>
    <message>
      <source>还不能出正式报告</source>
      <translation>Not ready for a final report</translation>
    </message>
    <message>
      <source>还差：{missing}</source>
      <translation>Still wanted: {missing}</translation>
    </message>
    <message numerus="yes">
      <source>还有 %n 项待核，核完再按 Enter。</source>
      <translation>
        <numerusform>One item is still to check; then press Enter.</numerusform>
        <numerusform>%n items are still to check; then press Enter.</numerusform>
      </translation>
    </message>
    <message>
      <source>还有 {count} 条发现</source>
      <translation>{count} more findings</translation>
    </message>
    <message>
      <source>还有 {open}：按 {key} 写一句理由</source>
      <translation>{open}: press {key} and give a reason</translation>
    </message>
    <message>
      <source>还有发现未回应，Enter 不会直接确认；按 1 写理由确认，按 5 只回应发现</source>
      <translation>A finding is not answered, so Enter does not confirm: 1 confirms with a reason, 5 answers the finding only</translation>
    </message>
    <message>
      <source>还没有保存 {n} 项</source>
      <translation>{n} not saved yet</translation>
    </message>
    <message>
      <source>还没有保存。请排除原因后重试，或另存到别处；刚才的决定还在屏幕上。</source>
      <translation>Not saved. Remove the cause and try again, or save elsewhere; the last decision is still on the screen.</translation>
    </message>
    <message>
      <source>还没有备份。</source>
      <translation>No backups yet.</translation>
    </message>
    <message>
      <source>还没有打开过文件</source>
      <translation>No file was opened yet</translation>
    </message>
    <message>
      <source>还没有改动</source>
      <translation>No change yet</translation>
    </message>
    <message>
      <source>还没有稿件</source>
      <translation>No article yet</translation>
    </message>
    <message>
      <source>这一项也用这条证据</source>
      <translation>Use this evidence here, too</translation>
    </message>
    <message>
      <source>这一项没有未回应的发现</source>
      <translation>Nothing here waits for an answer</translation>
    </message>
    <message>
      <source>这不是当初导入的那个文件，内容不同。</source>
      <translation>This is not the file that was imported; its content differs.</translation>
    </message>
    <message>
      <source>这个决定要写理由。</source>
      <translation>This decision wants a reason.</translation>
    </message>
    <message>
      <source>这个文件不是核查库，没有改动它。</source>
      <translation>This file is no desk file; it was not changed.</translation>
    </message>
    <message>
      <source>这个文件读不成稿件：{reason}</source>
      <translation>This file cannot be read as an article: {reason}</translation>
    </message>
    <message>
      <source>这个核查库由更新的版本建立，没有改动它。请更新核数再打开。</source>
      <translation>This desk file was made by a newer version; it was not changed. Update the program to open it.</translation>
    </message>
    <message>
      <source>这条发现</source>
      <translation>This finding</translation>
    </message>
    <message>
      <source>这样做不成：{reason}</source>
      <translation>This cannot be done: {reason}</translation>
    </message>
    <message>
      <source>进度</source>
      <translation>Progress</translation>
    </message>
    <message>
      <source>连接</source>
      <translation>Connect</translation>
    </message>
    <message>
      <source>退出</source>
      <translation>Quit</translation>
    </message>
    <message>
      <source>退回待核</source>
      <translation>Back to to-check</translation>
    </message>
    <message>
      <source>选中的项不在眼前，现已显示；再按一次才算决定</source>
      <translation>The selected item was out of sight; here it is. Press again to decide</translation>
    </message>
    <message>
      <source>选择文件…</source>
      <translation>Choose a file…</translation>
    </message>
    <message>
      <source>选择附件</source>
      <translation>Choose a file</translation>
    </message>
    <message>
      <source>逐条查看…</source>
      <translation>Show them…</translation>
    </message>
    <message>
      <source>部门</source>
      <translation>Department</translation>
    </message>
    <message>
      <source>都开着。</source>
      <translation>All are on.</translation>
    </message>
    <message>
      <source>采用建议：{text}</source>
      <translation>Take the suggestion: {text}</translation>
    </message>
    <message>
      <source>重做</source>
      <translation>Redo</translation>
    </message>
    <message>
      <source>重做了一步</source>
      <translation>Redid a step</translation>
    </message>
    <message>
      <source>重启后仍可撤销</source>
      <translation>works after a restart, too</translation>
    </message>
    <message>
      <source>重复</source>
      <translation>repeat</translation>
    </message>
    <message>
      <source>重试</source>
      <translation>Try again</translation>
    </message>
    <message>
      <source>金额</source>
      <translation>Money</translation>
    </message>
    <message>
      <source>链接</source>
      <translation>Link</translation>
    </message>
    <message>
      <source>链接是 http 或 https</source>
      <translation>an http or https link</translation>
    </message>
    <message>
      <source>错误详情</source>
      <translation>Details</translation>
    </message>
    <message>
      <source>附件</source>
      <translation>File</translation>
    </message>
    <message>
      <source>附件所在文件夹</source>
      <translation>Folder of the attachment</translation>
    </message>
    <message>
      <source>限定</source>
      <translation>Hedge</translation>
    </message>
    <message>
      <source>预览</source>
      <translation>Preview</translation>
    </message>
    <message>
      <source>预览做不出来；仍可导出。</source>
      <translation>No preview can be made; you can still export.</translation>
    </message>
    <message>
      <source>预览：{format}，{page}</source>
      <translation>Preview: {format}, {page}</translation>
    </message>
    <message>
      <source>预览：{format}，正在排版…</source>
      <translation>Preview: {format}, being laid out…</translation>
    </message>
    <message>
      <source>预览：请选一种格式</source>
      <translation>Preview: choose a format</translation>
    </message>
    <message>
      <source>题目</source>
      <translation>Title</translation>
    </message>
    <message>
      <source>题目、作者、来源、发表日期、文字编码</source>
      <translation>Title, byline, source, date of publication, encoding</translation>
    </message>
    <message>
      <source>高</source>
      <translation>high</translation>
    </message>
    <message>
      <source>（{key}）</source>
      <translation> ({key})</translation>
    </message>
    <message>
      <source>（删去）</source>
      <translation>(deleted)</translation>
    </message>
    <message>
      <source>（已撤销）</source>
      <translation> (undone)</translation>
    </message>
    <message>
      <source>（无）</source>
      <translation>(nothing)</translation>
    </message>
    <message>
      <source>＋ 证据</source>
      <translation>+ Evidence</translation>
    </message>
    <message>
      <source>，</source>
      <comment>between spoken words</comment>
      <translation>, </translation>
    </message>
    <message>
      <source>，</source>
      <comment>between words</comment>
      <translation>, </translation>
    </message>
    <message>
      <source>，其中 {n} 段为重复</source>
      <translation>, {n} of them repeats</translation>
    </message>
    <message numerus="yes">
      <source>，已 %n 秒</source>
      <translation>
        <numerusform>, for %n second</numerusform>
        <numerusform>, for %n seconds</numerusform>
      </translation>
    </message>
    <message>
      <source>：</source>
      <comment>between a usual reason and own words</comment>
      <translation>: </translation>
    </message>
  </context>
</TS>

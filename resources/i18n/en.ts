<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh">
  <context>
    <name>desk</name>
    <message>
      <source> · {at}/{count} 项</source>
      <translation type="unfinished" />
    </message>
    <message numerus="yes">
      <source>%n 段</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message>
      <source>F8 按风险</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Shift+← → 移动一端，Tab 换一端</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} 条{verdict}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{day} 日</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{folds} 项 · {places} 处</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{hedge}，{low}–{high}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{low} 与 {high} 之间</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{month} 月</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{numbers} 段</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{number} 段</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{reason} 没有导入任何内容。</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{sentence} 那个窗口关闭后，这里自动接管。</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{user} 于 {time} 在 {computer} 打开</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{year} 年</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{year} 年 {part}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{check}”查什么、什么时候会看错</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>一个按键只能有一个用途。</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>一般</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>上一处未决，按风险</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>上一段</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>上一窗格</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>上一项</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>上半年</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>上次打开</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>下一处未决，按风险</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>下一段</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>下一窗格</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>下一项</source>
      <translation type="unfinished" />
    </message>
    <message numerus="yes">
      <source>下列 %n 项各有相符的算式，也没有未回应的发现。确认后记为“依文内一致确认”，一步可撤销。</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message>
      <source>下列数字既不在数据里，也说不出理由。选一处跳过去看，需要时选中文字按 Insert 标出。</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>下半年</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>不改数据，只写一句理由；别处同样的发现仍会提出</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>不是数据</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>与 {numbers} 段逐字相同 · {count} 段</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>与事实或依据相符</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>中</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>为什么？</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>为什么？{check}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>主体</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>也可以把文件拖进来，或直接粘贴文字。</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>从重复中拆出</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>以此更正…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>低</source>
      <translation type="unfinished" />
    </message>
    <message numerus="yes">
      <source>余 %n 项</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message>
      <source>余 {n}</source>
      <comment>claims left</comment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>保存</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>先不决定</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>先列出算式，一步可撤销</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>先选中一项数据</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>先选中要标出的文字，再按 Insert</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>全局</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>全部</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>全部恢复原样</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>全部稿件：进度、上次打开、搜索</source>
      <translation type="unfinished" />
    </message>
    <message numerus="yes">
      <source>共 %n 处</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message>
      <source>关上则按文中次序</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>关于核数</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>关闭</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>再试一次</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>写出应有文字</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>写报告时出错，没有导出。决定都已保存。</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>写进每个决定和报告</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>决定</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>决定和报告里的姓名</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>决定总是立即保存；存档点是核查库的一份备份</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>分组</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>剪贴板里没有文字。先在别处复制稿件，再粘贴。</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>单位</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>原大</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>发现</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>发现 {n}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>取消</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>另一个窗口已关闭，这里已接管，可以作决定了。</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>另选文件夹…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>另选核查库</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>另选核查库…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>只对这一处存疑</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>只更正这一处</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>只有这一处不是数据</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>只看“{word}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>只确认这一处</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>只读 · 决定不会保存</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>只读打开，不能存档</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>只读打开，不能导入新稿件</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>只读打开，决定不会保存</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>只读：{who}。决定不会保存；那个窗口关闭后，这里自动接管。</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>同</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>同 {count} 处</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>名次</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>否定</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>回到核查</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>回到选中的项</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>填写</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>备份在同一文件夹里，自动留存</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>备注</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>备注：{text}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>复制详情</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>外观</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>多于</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>姓名</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>姓名会写进每个决定和报告。</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>存一个存档点</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>存到文件夹</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>存档点已存为“{name}”。</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>存疑</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>存疑</source>
      <comment>verb</comment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>导入</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>导出</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>导出报告</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>导出报告…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>导出草稿，每页印“草稿”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>将要确认的项</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>少于</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>展开</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>展开或收起卡片</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>已保存</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>已保存 · 可撤销</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>已取消</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>已取消。</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>已回应</source>
      <translation type="unfinished" />
    </message>
    <message numerus="yes">
      <source>已导入，有 %n 处请看：</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message>
      <source>已开始</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>已忽略：{reason}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>已更正</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>已核 {decided} / {folds}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>已核完</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>已确认</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>已读毕</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>帮助</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>并回重复</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>度量</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>建议</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>开始核对</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>待核</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>待核 {n} 项</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>忽略一条发现：{reason}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>成语、代号、套话</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>所计</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>打不开“{name}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>打不开稿件</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>打开</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>打开一篇稿件，数字会自动标出，逐段核对。稿件只留在这台电脑上。</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>打开所在文件夹</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>打开稿件</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>打开稿件…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>把剪贴板里的文字作为一篇稿件打开</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>把选中文字标为数据</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>报告存到</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>报告已存为{names}。</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>拆出一处</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>拆出这一处</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>按判断分组</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>按文中次序</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>按段落分组</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>按状态、种类、规则、单位、段号筛选</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>按规则分组</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>按键</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>按风险</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>按风险排序</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>换一个文件…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>接着上次：第 {n} 段，还有 {left} 项。</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>撤销</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>撤销了一步</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>改后窗口重新打开</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>改软件的理解</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>放大</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>数值</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>数据 {text}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>数量</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>文件</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>文字大小</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>文字大小 {zoom}%</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>文章</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>方向</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>无题</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>既不在数据里、也说不出理由的数字</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>日期</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>时刻</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>时点</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>时长</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>显示提示项</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>更正</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>更正中 · 未提交</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>更正缺理由 {n} 项</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>有存疑或待看的项</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>有未回应的矛盾</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>有相符、无未回应的发现，才确认</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>未回应</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>未回应的矛盾 {n} 条</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>未打开过</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>未说明的数字</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>未说明的数字…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>未读</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>未读毕 {n} 段</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>本段没有可以一并确认的项：要有相符的算式，又没有未回应的发现</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>本项 · {number} 段</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>来源</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>查找</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>查找上一个</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>查找下一个</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>查按键或命令</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>查题目或文件名</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>核对中文新闻里的数字。稿件只留在这台电脑上。</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>核对规则</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>核对规则没有发现问题，也没有可互相印证的数字。这不表示数字属实。</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>核对规则说明</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>核数</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>核查</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>核查库</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>核查库 (*.sqlite)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>核查库打不开</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>核查库还没有打开</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>核查库：{database}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>正在写：{format}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>正在打开稿件…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>正在找出数字…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>正在读“{name}”…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>此处忽略</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>段号</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>段号 1 到 {count}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>段落</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>每个决定在作出时就已写入核查库，没有丢失。可以继续核查；若再次出错，请关闭窗口重新打开，并把下面的详情发给维护者。</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>比例</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>比分</source>
      <translation type="unfinished" />
    </message>
    <message numerus="yes">
      <source>没有。另有 %n 处数字写明了不列的理由（成语、序号、专名等）。</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message>
      <source>没有可撤销的步骤</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>没有可比对的数，Enter 不会直接确认；按 1 确认</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>没有可重做的步骤</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>没有待核的项了</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>没有找到</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>没有未保存的决定</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>没有符合条件的项。</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>浅色</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>深色</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>添加证据</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>清除筛选</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>用新文件代替链接</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>用语、格式一类的提示</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>界面语言</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>百分比</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>相符</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>相符则确认；段末读毕</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>看样稿</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>看过算式的另一处之后，回到原处</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>矛盾</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>知道了</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>确认</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>确认本段全部相符的项</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>确认本段全部相符的项…</source>
      <translation type="unfinished" />
    </message>
    <message numerus="yes">
      <source>确认这 %n 项</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message>
      <source>移动标记的两端</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>移动标记：Shift+← → 移动一端，Tab 换一端，Enter 完成，Esc 放弃</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>移除</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>移除…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>移除稿件</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>程序出错</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>程序出错，决定都已保存</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>稿件</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>稿件 (*.txt *.md *.docx *.html *.htm *.pdf *.rtf);;所有文件 (*)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>稿件、决定、证据和草稿都会移除，不能撤销；记录里只留下移除过这篇稿件。要移除，请输入题目：</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>稿件库</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>稿件库…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>空着则用文档文件夹</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>第 {numbers} 段</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>第 {number} 处，共 {count} 处</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>第 {number} 季度</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>第 {n} 段</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>第 {paragraph} 段第 {number} 项，共 {count} 项</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>第 {paragraph} 段，已核 {decided}，共 {count} 项</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>第 {paragraph} 段，没有数字</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>筛选</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>粘贴为新稿件</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>粘贴文字</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>粘贴的文字</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>精确</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>约</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>编辑</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>缩小</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>自定义…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>补标</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>视图</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>计划或预测</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>让这一处有自己的决定</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>设置</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>设置…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>证据：{title}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>语气</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>说明</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>请作者或来源答复</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>请看</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>谁在核对？</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>调整范围</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>走读</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>走读时停在次要项</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>跟随系统</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>跳到</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>跳到某段</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>跳到某段…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>跳到第一处</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>跳到这一处</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>输入法打开时，候选未上屏的按键不会触发任何决定。Backspace 与 Delete 从不改变决定。</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>返回核查</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>还不能出正式报告</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>还有发现未回应，Enter 不会直接确认</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>还没有保存 {n} 项</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>还没有稿件</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>进度</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>退出</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>退回待核</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>重做</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>重做了一步</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>重启后仍可撤销</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>重复</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>重试</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>金额</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>错误详情</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>限定</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>题目</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>高</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>，</source>
      <comment>between spoken words</comment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>，</source>
      <comment>between words</comment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>，其中 {n} 段为重复</source>
      <translation type="unfinished" />
    </message>
  </context>
</TS>

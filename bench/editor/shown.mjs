/**
 * Puts two functions into a page, to be asked for what it shows: `shown(withIds)`, each clause with its id, its number, and its words letter by letter
 * with the marks over them; `looked()`, the ids there are and whether nothing is selected.
 */
export function putEyes() {
  const letters = (node, marks) => {
    if (node.nodeType === 3) return [...node.data].map((letter) => (/\s/u.test(letter) ? [letter, ''] : [letter, marks]))
    if (node.nodeName === 'BR') return node.className.includes('ProseMirror') ? [] : [['\n', '']]
    if (node.nodeName === 'IMG' || node.className?.includes?.('ProseMirror-widget')) return []
    if (node.matches?.('.reference, .parameter, .note-mark, .opaque')) {
      // A reference and a mark of a note are links of their own.
      const over = node.matches('.reference, .note-mark') ? marks.replace(/A;/g, '') : marks
      return [[`[${node.textContent}]`, over]]
    }
    const own = /^(?:STRONG|EM|DEL|CODE|A)$/.test(node.nodeName) ? `${marks}${node.nodeName};` : marks
    const sorted = own
      .split(';')
      .filter(Boolean)
      .sort()
      .map((mark) => `${mark};`)
      .join('')
    return [...node.childNodes].flatMap((child) => letters(child, sorted))
  }
  const wordsOf = (block) => {
    const all = letters(block, '')
    while (all.length && !all[0][0].trim()) all.shift()
    while (all.length && !all.at(-1)[0].trim()) all.pop()
    return all
      .map(([letter, marks]) => letter + (marks && `<${marks}>`))
      .join('')
      .replace(/[^\S\n]*\n[^\S\n]*/g, '\n')
      .normalize('NFC')
  }
  const isBare = (block) => block.nodeName === 'P' && !block.dataset.clause && wordsOf(block) === ''

  globalThis.shown = (withIds) => {
    const lines = []
    const idOf = (block) => (withIds ? (JSON.parse(block.dataset.clause ?? '{}').id ?? '') : '')
    const visitList = (list, depth) => {
      const start = lines.length
      let holds = false
      for (const item of list.children) {
        let parts = [...item.firstElementChild.children]
        if (isBare(parts[0])) {
          const next = parts.findIndex((part) => !isBare(part))
          if (next > 0 && parts[next].nodeName === 'P') parts = parts.slice(next)
        }
        const [own, ...below] = parts
        lines.push([depth + list.nodeName, idOf(own), item.dataset.label, wordsOf(own)].join(' '))
        const count = lines.length
        for (const part of below) visit(part, `${depth}${list.nodeName}>`)
        if (!isBare(own) || lines.length > count) holds = true
      }
      if (!holds) lines.length = start
    }
    const visit = (block, depth) => {
      if (block.matches('p, h2, h3, h4, h5, h6, pre')) {
        const level = block.className.match(/level-\d/)?.[0]
        if (!isBare(block))
          lines.push([depth + block.nodeName, level, idOf(block), block.dataset.label, wordsOf(block)].join(' '))
      } else if (block.matches('ul, ol')) visitList(block, depth)
      else if (block.matches('table')) {
        lines.push(`${depth}TABLE ${idOf(block)}`)
        for (const cell of block.querySelectorAll('td, th')) lines.push(`${depth}CELL ${wordsOf(cell)}`)
      } else if (block.matches('blockquote, aside')) {
        const count = lines.length
        if (block.nodeName === 'ASIDE') lines.push(`NOTE ${block.dataset.note} ${block.dataset.label}`)
        for (const part of block.children) visit(part, `${depth}${block.nodeName}>`)
        if (block.nodeName === 'BLOCKQUOTE' && lines.length === count) return
      } else lines.push(depth + block.nodeName)
    }
    for (const block of document.querySelector('.ProseMirror').children) visit(block, '')
    return lines.join('\n')
  }

  globalThis.looked = async () => {
    // Where Tab or a button led elsewhere, or an empty clipboard to the box that would catch what is pasted, the text is gone back to; its selection
    // follows some moments later.
    if (document.activeElement?.id !== '_text') {
      document.getElementById('_text').focus()
      await new Promise((done) => setTimeout(done, 60))
    }
    return {
      ids: [...document.querySelectorAll('.ProseMirror [data-clause]')]
        .map((each) => JSON.parse(each.dataset.clause).id)
        .filter(Boolean),
      isEmpty: getSelection().isCollapsed && !document.querySelector('.ProseMirror-selectednode, .selectedCell'),
    }
  }
}

/** Words as people type them, and the signs that mean something in the file. */
const WORDS =
  'de school| toestemming|x|.|  |é|*|**|_|`|[|](|[](#fotos)|[^een]|:|#|# |1. |- |> |---|~~|| a |<b>|&amp;|\\|{#fotos}|{{school}}|^'.split(
    /\|(?!\| a)/,
  )

/** What Word, a page and a plain text put on the clipboard. */
const PASTED = [
  '<p class=MsoListParagraph style="mso-list:l0 level1 lfo1"><!--[if !supportLists]--><span style="mso-list:Ignore">a.</span><!--[endif]-->Een lid uit Word.</p><p class=MsoListParagraph style="mso-list:l0 level2 lfo1"><span style="mso-list:Ignore">-</span>Een onderdeel.</p>',
  '<p class=MsoNormal>Zie de noot.<a style="mso-footnote-id:ftn1" href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a></p><div style="mso-element:footnote-list"><div style="mso-element:footnote" id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">[1]</a> Een noot uit Word.</p></div></div>',
  '<h1>Kop van elders</h1><p>Met <b>nadruk</b> en <a href="https://voorbeeld.nl">een adres</a>.</p>',
  '<table><tr><td>Wie</td><td>Wat</td></tr><tr><td colspan=2>samen</td></tr></table>',
  '<ul><li>een<ul><li>in een</li></ul></li><li>twee</li></ul>',
]

/**
 * Somebody without an aim at a page of the editor: each call is one step, and gives its name and whether it may take clauses away where nothing is
 * selected.
 */
export function hands(page, next) {
  const pick = (list) => list[Math.floor(next() * list.length)]
  const press =
    (...keys) =>
    () =>
      page.keyboard.press(pick(keys))
  const tool = (name) => () =>
    page.evaluate((wanted) => {
      const button = [...document.querySelectorAll('[role=toolbar] button')].find(
        (each) => wanted.test(each.ariaLabel) && !each.hidden,
      )
      if (button && button.ariaDisabled !== 'true') button.click()
    }, name)
  const click = (withShift) => async () => {
    const box = await page.locator('.ProseMirror').boundingBox()
    const [x, y] = [box.x + 20 + next() * 500, Math.max(80, Math.min(880, box.y + next() * box.height))]
    if (withShift) await page.keyboard.down('Shift')
    await page.mouse.click(x, y)
    if (withShift) await page.keyboard.up('Shift')
  }
  const paste = () =>
    page.evaluate((markup) => {
      const data = new DataTransfer()
      data.setData('text/html', markup)
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
      document.getElementById('_text').dispatchEvent(event)
    }, pick(PASTED))
  const drag = async () => {
    // The handle shows beside the clause that the mouse is over.
    const clauses = page.locator('.ProseMirror p:visible, .ProseMirror h2:visible')
    const [from, to] = await clauses.evaluateAll(
      (all, [a, b]) =>
        [a, b].map((part) => {
          const box = all[Math.floor(part * all.length)].getBoundingClientRect()
          return { x: box.x + 8, y: box.y + box.height / 2 }
        }),
      [next(), next()],
    )
    await page.mouse.move(from.x, from.y)
    const handle = await page.evaluate(() => {
      const box = document.querySelector('.editor-grip:not([hidden])')?.getBoundingClientRect()
      return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    })
    if (!handle) return
    await page.mouse.move(handle.x, handle.y)
    await page.mouse.down()
    await page.mouse.move(to.x, to.y, { steps: 3 })
    await page.mouse.up()
  }
  const refer = async () => {
    await page.keyboard.press('Control+Shift+9')
    await page.waitForSelector('dialog [role=option]')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.activeElement?.id === '_text')
  }
  /** Letters that are still to be typed, one a step. */
  const letters = []
  const begin = () => {
    letters.push(...pick(['nieuw ', '1. ', '- ', 'Wie.']))
    return page.keyboard.type(letters.shift())
  }
  const steps = [
    ['type', 24, false, () => page.keyboard.insertText(pick(WORDS))],
    ['keys', 6, false, begin],
    ['Enter', 9, false, press('Enter')],
    ['Shift+Enter', 2, false, press('Shift+Enter')],
    ['Backspace', 8, true, press('Backspace')],
    ['Delete', 4, true, press('Delete')],
    ['Tab', 5, false, press('Tab')],
    ['Shift+Tab', 5, false, press('Shift+Tab')],
    ['Alt+ArrowUp', 4, false, press('Alt+ArrowUp')],
    ['Alt+ArrowDown', 4, false, press('Alt+ArrowDown')],
    ['kind', 5, false, press('Control+Alt+1', 'Control+Alt+2', 'Control+Alt+0', 'Control+Shift+7', 'Control+Shift+8')],
    ['mark', 5, false, press('Control+b', 'Control+i')],
    ['arrow', 10, false, press('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End')],
    ['select', 8, false, press('Shift+ArrowDown', 'Shift+ArrowRight', 'Shift+End', 'Shift+Home', 'Shift+ArrowUp')],
    ['click', 10, false, click(false)],
    ['click with Shift', 2, false, click(true)],
    ['drag', 2, false, drag],
    ['copy', 3, false, press('Control+c')],
    ['cut', 2, true, press('Control+x')],
    ['paste', 4, true, press('Control+v')],
    ['paste from elsewhere', 1, true, paste],
    ['undo', 5, true, press('Control+z')],
    ['redo', 3, true, press('Control+y')],
    ['note', 1, false, tool(/Voetnoot|Footnote/)],
    ['table', 1, false, tool(/^(?:Tabel|Table)$/)],
    ['row', 1, false, tool(/Rij eronder|Row below/i)],
    ['column', 1, false, tool(/Kolom erbij|column/i)],
    ['quote', 1, false, tool(/Citaat|Quot/)],
    ['definition', 1, false, tool(/Begrip|Definition|Term/)],
    ['reference', 2, true, refer],
  ]
  const total = steps.reduce((sum, [, weight]) => sum + weight, 0)
  return async () => {
    if (letters.length > 0) {
      await page.keyboard.type(letters.shift())
      return { name: 'key', loses: false }
    }
    let left = next() * total
    const [name, , loses, act] = steps.find(([, weight]) => (left -= weight) < 0)
    await act()
    return { name, loses }
  }
}

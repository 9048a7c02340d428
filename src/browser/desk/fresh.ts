/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { listen } from './listen.js'
import { isLeft, isTouched } from './touched.js'

/**
 * Keeps a page as the files are: after a change it asks whether this page would look different now, and is loaded anew if so. Where something was
 * typed, or somebody stands with the keyboard, it says so instead: a page that is loaded anew has lost what was typed and the place.
 */
export function keepFresh(): void {
  const bar = document.getElementById('_changed')
  let gone = false

  const look = async () => {
    const stamp = await stampNow()
    if (stamp === undefined) return
    if (stamp === document.body.dataset.stamp) {
      if (bar && !gone) bar.hidden = true
    } else if (bar && isTouched()) tell(bar, bar.dataset.words ?? '', bar.dataset.load)
    else if (bar && (isLeft() || isStoodIn())) tell(bar, bar.dataset.other ?? '', bar.dataset.again)
    else location.reload()
  }
  listen({
    onChange: () => void look(),
    onFound: () => {
      if (gone && bar) bar.hidden = true
      gone = false
    },
    onLost: () => {
      gone = true
      if (bar) tell(bar, bar.dataset.lost ?? '')
    },
  })
}

/** By what a page is known that would be shown now; undefined where the answer is none of our pages. */
async function stampNow(): Promise<string | undefined> {
  const response = await fetch(location.href).catch(() => undefined)
  const text = await response?.text().catch(() => undefined)
  return text === undefined ? undefined : /<body[^>]* data-stamp="([^"]*)"/.exec(text)?.[1]
}

/** Whether a key that is pressed now goes to a part of the page. A click on plain words puts nobody in a place. */
function isStoodIn(): boolean {
  const at = document.activeElement
  return at instanceof HTMLElement && at !== document.body && (at.tabIndex >= 0 || at.matches(':focus-visible'))
}

function tell(bar: HTMLElement, words: string, load?: string): void {
  const said = document.createElement('p')
  said.textContent = words
  bar.replaceChildren(said)
  if (load !== undefined) {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = load
    button.addEventListener('click', () => location.reload())
    bar.append(button)
  }
  bar.hidden = false
}

/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { listen } from './listen.js'

/**
 * Keeps a page as the files are: after a change it asks whether this page would look different now, and is loaded anew if so; where something was
 * typed it says so instead.
 */
export function keepFresh(isTouched: () => boolean): void {
  const bar = document.getElementById('_changed')
  let gone = false

  const look = async () => {
    const response = await fetch(location.href).catch(() => undefined)
    if (!response) return
    const text = await response.text()
    if (/<body[^>]* data-stamp="([^"]*)"/.exec(text)?.[1] === document.body.dataset.stamp) return
    if (!isTouched()) location.reload()
    else if (bar) tell(bar, bar.dataset.words ?? '', bar.dataset.load)
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

/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/**
 * Keeps a page as the files are: after a change it asks whether this page would look different now, and is loaded anew if so; where something was
 * typed it says so instead. Pages that nobody looks at wait until somebody does: a browser keeps few connections to one address.
 */
export function keepFresh(isTouched: () => boolean): void {
  const bar = document.getElementById('_changed')
  let source: EventSource | undefined
  let gone = false

  const look = async () => {
    const response = await fetch(location.href).catch(() => undefined)
    if (!response) return
    const text = await response.text()
    if (/<body[^>]* data-stamp="([^"]*)"/.exec(text)?.[1] === document.body.dataset.stamp) return
    if (!isTouched()) location.reload()
    else if (bar) tell(bar, bar.dataset.words ?? '', bar.dataset.load)
  }
  const open = () => {
    source = new EventSource('/events')
    source.onopen = () => {
      if (gone && bar) bar.hidden = true
      gone = false
      void look()
    }
    source.onmessage = () => void look()
    source.onerror = () => {
      gone = true
      if (bar) tell(bar, bar.dataset.lost ?? '')
    }
  }
  const close = () => {
    source?.close()
    source = undefined
  }
  document.addEventListener('visibilitychange', () => (document.visibilityState === 'visible' ? (source ?? open()) : close()))
  // A page that is left says nothing of connections that end with it.
  addEventListener('pagehide', close)
  if (document.visibilityState === 'visible') open()
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

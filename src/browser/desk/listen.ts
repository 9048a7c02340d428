/// <reference lib="dom" />

interface Heard {
  /** Files changed, or may have changed while nobody listened. */
  readonly onChange: () => void
  readonly onLost?: () => void
  readonly onFound?: () => void
}

/** Hears of changes of files. A page that nobody looks at waits until somebody does: a browser keeps few connections to one address. */
export function listen({ onChange, onLost, onFound }: Heard): void {
  let source: EventSource | undefined
  const open = () => {
    source = new EventSource('/events')
    source.onopen = () => {
      onFound?.()
      onChange()
    }
    source.onmessage = onChange
    source.onerror = () => onLost?.()
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

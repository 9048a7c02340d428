// Loads a page of a preview anew after a change, and says above it what could not be made anew, until it could.
;(() => {
  const told = document.createElement('div')
  told.className = 'not-made'
  told.setAttribute('role', 'alert')
  told.tabIndex = -1
  told.hidden = true
  document.body.prepend(told)
  const element = (name, ...children) => {
    const made = document.createElement(name)
    made.append(...children)
    return made
  }
  const events = new EventSource('/.changes')
  events.onmessage = () => location.reload()
  events.addEventListener('not-made', ({ data }) => {
    const said = JSON.parse(data)
    told.hidden = said === null
    told.lang = said?.lang ?? ''
    const lines = said?.messages.map(({ at, words }) => element('li', element('code', at), ` ${words}`)) ?? []
    told.replaceChildren(...(said ? [element('p', said.words), element('ul', ...lines)] : []))
  })
})()

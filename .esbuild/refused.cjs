/** Stands in for what is left out of the bundle; who asks for it after all is told so. */
const refuse = () => {
  throw new Error('This part of a package is left out of the bundle')
}

module.exports = { default: refuse, cbc: refuse, ecb: refuse, create: refuse }

// Plain JavaScript of the oldest kind that Node runs: it must explain itself on a Node that cannot read the rest.
// `node --import ./src/cli/needs-node.mjs …` runs it first; the launcher imports it first as well.
const needed = 24
const [major] = process.versions.node.split('.')

if (Number(major) < needed) {
  console.error(
    `This is Node ${process.versions.node} and the application needs Node ${needed}, which \`npm ci\` installs with it on ` +
      'Linux and Windows. Start with `npm start`: npm scripts find it. Elsewhere install Node ' +
      `${needed} from nodejs.org.`,
  )
  process.exit(1)
}

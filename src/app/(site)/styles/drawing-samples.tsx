import { Distribution } from '#ui/charts/distribution.tsx'
import { MaturityChart } from '#ui/charts/maturity-chart.tsx'
import { Card, Columns, Split, Stack } from '#ui/layout/layout.tsx'
import { Title } from '#ui/layout/text.tsx'
import { StakeholderLegend, StakeholderToken } from '#ui/stakeholders/stakeholder-token.tsx'
import { contentTexts } from './content-texts.ts'
import styles from './page.module.css'
import { BothThemes, Sample } from './samples.tsx'
import { stylesTexts } from './styles-texts.ts'

const { charts, stakeholders } = contentTexts
const { sections } = stylesTexts

const colours = [
  'ground', 'surface', 'sunken', 'ink', 'ink-soft', 'line', 'line-strong', 'slate', 'accent', 'accent-wash', 'broom',
  'broom-wash', 'wine', 'wine-wash', 'moss', 'moss-wash', 'brick', 'brick-wash',
  'level-1', 'level-2', 'level-3', 'level-4', 'level-5',
] as const

export function ColourSamples() {
  return (
    <Sample id="couleurs" title={sections.colours}>
      <BothThemes>
        {() => (
          <div className={styles.swatches}>
            {colours.map((name) => (
              <span key={name} className={styles.swatch}>
                <svg className={styles.swatchFill} width="100%" height="44" aria-hidden="true">
                  <rect width="100%" height="100%" fill={`var(--${name})`} />
                </svg>
                {name}
              </span>
            ))}
          </div>
        )}
      </BothThemes>
    </Sample>
  )
}

export function ChartSamples() {
  const { axes, current, target, stakeholders: seen } = charts
  const withoutOne = current.values.map((value, axis) => (axis === 6 ? null : value))
  return (
    <Sample id="graphiques" title={sections.charts}>
      <Split>
        <Card>
          <Stack>
            <Title level={3}>{charts.radar}</Title>
            <MaturityChart
              title={charts.radar} axes={axes} max={5}
              series={[{ kind: 'current', ...current }, { kind: 'target', ...target }, { kind: 'stakeholders', ...seen }]}
            />
          </Stack>
        </Card>
        <Card>
          <Stack>
            <Title level={3}>{charts.distribution}</Title>
            <Distribution
              title={charts.distribution} levels={5}
              rows={axes.map((label, axis) => {
                const counts = charts.counts[axis] ?? []
                return { label, counts: counts.slice(0, 5), unanswered: counts[5] ?? 0, figure: charts.medians[axis] }
              })}
            />
          </Stack>
        </Card>
      </Split>
      <Columns>
        <Card>
          <Stack>
            <Title level={3} size="card">{charts.few}</Title>
            <MaturityChart
              title={charts.few} axes={axes.slice(4, 8)} max={5}
              series={[
                { kind: 'current', label: current.label, values: withoutOne.slice(4, 8) },
                { kind: 'target', label: target.label, values: target.values.slice(4, 8) },
              ]}
            />
          </Stack>
        </Card>
      </Columns>
      <Card>
        <Stack>
          <Title level={3} size="card">{charts.full}</Title>
          <MaturityChart title={charts.full} axes={axes} max={5} series={[{ kind: 'current', label: current.label, values: withoutOne }]} />
        </Stack>
      </Card>
      <BothThemes>
        {() => (
          <Card>
            <Distribution
              title={charts.distribution} levels={7}
              rows={[{ label: axes[0], counts: [1, 2, 3, 4, 3, 2, 1], unanswered: 2, figure: '4' }]}
            />
          </Card>
        )}
      </BothThemes>
    </Sample>
  )
}

export function StakeholderSamples() {
  return (
    <Sample id="parties-prenantes" title={sections.stakeholders}>
      <BothThemes>
        {() => (
          <Card>
            <Stack>
              <svg className={styles.map} viewBox="0 0 460 460" role="group" aria-label={stakeholders.map}>
                <circle className={styles.outer} cx="230" cy="230" r="225" />
                <circle className={styles.middle} cx="230" cy="230" r="155" />
                <circle className={styles.heart} cx="230" cy="230" r="75" />
                {stakeholders.rings.map((ring, index) => (
                  <text key={ring} className={styles.ringName} x="230" y={[172, 92, 22][index]}>{ring}</text>
                ))}
                {stakeholders.tokens.map((token) => <StakeholderToken key={token.name} {...token} />)}
              </svg>
              <StakeholderLegend />
            </Stack>
          </Card>
        )}
      </BothThemes>
    </Sample>
  )
}

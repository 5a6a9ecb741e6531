import { BrandStyle } from '#ui/brand/brand-style.tsx'
import type { Brand } from '#ui/brand/brand.ts'
import { LinkButton } from '#ui/actions/link-button.tsx'
import { Banner } from '#ui/frame/banner.tsx'
import { Row, Stack } from '#ui/layout/layout.tsx'
import { Text } from '#ui/layout/text.tsx'
import { AppLink } from '#ui/link/app-link.tsx'
import { DeadlineStatus } from '#ui/marks/deadline-status.tsx'
import { LevelLine } from '#ui/marks/level-line.tsx'
import { PriorityMark } from '#ui/marks/priority-mark.tsx'
import { contentTexts } from './content-texts.ts'
import styles from './page.module.css'
import { BothThemes, Sample } from './samples.tsx'
import { stylesTexts } from './styles-texts.ts'

const { whiteLabel } = contentTexts

const brands: readonly { readonly id: string; readonly name: string; readonly brand: Brand }[] = [
  {
    id: 'bocage', name: 'Chantiers du Bocage',
    brand: {
      band: '#7A2E12', bandInk: '#FFF6EF', bandMark: '#F2B705',
      light: { accent: '#8A3A1B', accentHover: '#772A09', onAccent: '#FFFFFF' },
      dark: { accent: '#E8A287', accentHover: '#F9B599', onAccent: '#141B21' },
    },
  },
  {
    id: 'outre-pont', name: 'Mutuelles d’Outre-Pont',
    brand: {
      band: '#0F4D3A', bandInk: '#F2FBF6', bandMark: '#9BE3B4',
      light: { accent: '#0F6B4C', accentHover: '#00583A', onAccent: '#FFFFFF' },
      dark: { accent: '#74CFA9', accentHover: '#88E2BC', onAccent: '#141B21' },
    },
  },
  {
    id: 'femmes-coop', name: 'Union des Femmes Coop',
    brand: {
      band: '#F3D9E4', bandInk: '#3A1230', bandMark: '#A3195B',
      light: { accent: '#A3195B', accentHover: '#8E004A', onAccent: '#FFFFFF' },
      dark: { accent: '#F29AC3', accentHover: '#FFADD6', onAccent: '#141B21' },
    },
  },
]

/** What a network may change, and what it may not. */
export function WhiteLabelSamples({ nonce }: { readonly nonce: string | undefined }) {
  return (
    <Sample id="marque-blanche" title={stylesTexts.sections.whiteLabel}>
      {brands.map(({ id, brand }) => (
        <BrandStyle key={id} brand={brand} selector={`[data-brand="${id}"]`} nonce={nonce} />
      ))}
      <BothThemes>
        {() => (
          <Stack gap={3}>
            {brands.map(({ id, name }) => (
              <div key={id} data-brand={id} className={styles.brand}>
                <Banner name={name} line={whiteLabel.line} />
                <div className={styles.brandRow}>
                  <Row>
                    <LinkButton variant="primary" href="#marque-blanche">{whiteLabel.resume}</LinkButton>
                    <AppLink href="#marque-blanche">{whiteLabel.map}</AppLink>
                    <LevelLine level={3} size="m" />
                    <PriorityMark priority={3} />
                    <DeadlineStatus status="onTime" />
                    <Text size="sm" soft as="span">{whiteLabel.constant}</Text>
                  </Row>
                </div>
              </div>
            ))}
          </Stack>
        )}
      </BothThemes>
    </Sample>
  )
}

export { SpaceFrame } from './space-frame.tsx'

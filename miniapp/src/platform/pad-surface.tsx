export { PadSurface } from './pad-surface.h5';

export { Slider } from './slider.h5';

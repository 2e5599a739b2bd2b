/** Outside a mini-program an element is a tag of the browser. */
export { Box, DayInput, Label, Picture, Tap, TextArea, TextInput, Txt } from './elements.h5';

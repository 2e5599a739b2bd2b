export default definePageConfig({ navigationBarTitleText: '经过' });

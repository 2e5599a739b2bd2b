export default definePageConfig({ navigationBarTitleText: '成片版本' });

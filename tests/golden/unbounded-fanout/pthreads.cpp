#include <pthread.h>
#include <vector>

struct Job {
  int Id;
};
void process(Job &J);
void *entry(void *Argument) {
  process(*static_cast<Job *>(Argument));
  return nullptr;
}

void indexBad(std::vector<Job> &Jobs) {
  std::vector<pthread_t> Ids(Jobs.size());
  for (std::size_t I = 0; I < Jobs.size(); ++I)
    pthread_create(&Ids[I], nullptr, entry, &Jobs[I]); // want[advice]: 'pthread_create' starts a thread for every element of 'Jobs'
  // want-advice:     entry(&Jobs[I]);
  for (pthread_t Id : Ids)
    pthread_join(Id, nullptr);
}

// FN: Count may as well be the number of threads.
void FN_count(Job *Jobs, int Count, pthread_t *Ids) {
  for (int I = 0; I < Count; ++I)
    pthread_create(&Ids[I], nullptr, entry, &Jobs[I]);
}

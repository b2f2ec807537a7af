"""What an installation is made of: wheels, licences, the files beside them."""
